"""What the program says of the command line: help and mistakes.

Key -> (Vietnamese, English); {fields} are filled by the caller.
"""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "cli.error": ("lỗi:", "error:"),
    "cli.interrupted": ("đã dừng theo yêu cầu", "interrupted"),
    "cli.try_help": ("xem cách dùng: {command} --help", "how to use it: {command} --help"),
    "cli.no_command": (
        'không có lệnh "{name}"; các lệnh: check, annotate, fix, inspect, rules, explain, dictionary, completion',
        'no command "{name}"; there are check, annotate, fix, inspect, rules, explain, dictionary, completion',
    ),
    "cli.no_command.near": (
        'không có lệnh "{name}"; có phải bạn muốn dùng "{near}"?',
        'no command "{name}"; did you mean "{near}"?',
    ),
    "cli.no_option": ("không có tùy chọn {name}", "no option {name}"),
    "cli.no_option.near": (
        "không có tùy chọn {name}; có phải bạn muốn dùng {near}?",
        "no option {name}; did you mean {near}?",
    ),
    "cli.option_value": (
        "tùy chọn {name} viết chưa đúng: thiếu giá trị hoặc thừa giá trị",
        "option {name} is used wrongly: a value is missing or too many",
    ),
    "cli.missing": ("thiếu {name}", "{name} is missing"),
    "cli.bad_choice": ("{name}: chỉ nhận {choices}", "{name}: takes only {choices}"),
    "cli.bad_value": ("{name}: {detail}", "{name}: {detail}"),
    "cli.bad_date": (
        'ngày "{value}" không đọc được; viết 2026-05-27 hoặc 27/5/2026',
        'cannot read the date "{value}"; write 2026-05-27 or 27/5/2026',
    ),
    "cli.extra_argument": ("thừa đối số sau tên lệnh", "too many arguments after the command"),
    "cli.no_documents": (
        "không có tệp .docx, .txt, .md nào trong thư mục",
        "no .docx, .txt or .md file in the folder",
    ),
    "cli.stdin_once": ('chỉ viết "-" (đầu vào chuẩn) một lần', 'write "-" (standard input) only once'),
    "cli.output_exists": (
        "tệp đã có, không ghi đè; chọn tên khác hoặc thêm --force",
        "the file exists and is not overwritten; choose another name or add --force",
    ),
    "cli.output_is_input": (
        "tệp kết quả trùng với tệp đang kiểm tra; chọn tên khác",
        "the output file is one of the checked files; choose another name",
    ),
    "cli.output_failed": ("không ghi được tệp: {reason}", "cannot write the file: {reason}"),
    "cli.no_rule": (
        'không có quy tắc "{name}"; xem danh sách: vanban-lint rules',
        'no rule "{name}"; list them with: vanban-lint rules',
    ),
    "cli.no_rule.near": (
        'không có quy tắc "{name}"; có phải bạn muốn xem {near}?',
        'no rule "{name}"; did you mean {near}?',
    ),
    "cli.no_family": (
        'không có quy tắc nào có mã bắt đầu bằng "{name}"; xem danh sách: vanban-lint rules',
        'no rule id begins with "{name}"; list them with: vanban-lint rules',
    ),
    "cli.pace": ("{rate} văn bản/giây, còn {left}", "{rate} documents/s, {left} left"),
    "cli.no_suffix": (
        "đuôi tệp không cho biết dạng kết quả; viết DẠNG:TỆP, hoặc dùng đuôi: {known}",
        "the ending does not tell the format; write FORMAT:FILE, or use an ending: {known}",
    ),
    "cli.usage": ("Cách dùng:", "Usage:"),
    "cli.usage.options": ("[TÙY CHỌN]", "[OPTIONS]"),
    "cli.usage.command": ("LỆNH [ĐỐI SỐ]...", "COMMAND [ARGS]..."),
    "cli.usage.options_title": ("Tùy chọn", "Options"),
    "cli.usage.commands_title": ("Lệnh", "Commands"),
    "cli.help": (
        "Kiểm tra thể thức văn bản của Đảng, của Nhà nước (.docx, .txt, .md): chỉ ra chỗ sai, nêu điều khoản, "
        "gợi ý cách "
        "viết đúng. Bắt đầu bằng: vanban-lint check du-thao.docx",
        "Check official Vietnamese documents (.docx, .txt, .md): what is wrong, which clause says so, what to write. "
        "Begin with: vanban-lint check draft.docx",
    ),
    "cli.short.check": ("kiểm tra văn bản", "check documents"),
    "cli.short.inspect": ("cho xem chương trình hiểu văn bản thế nào", "show how a document is understood"),
    "cli.short.rules": ("liệt kê các quy tắc", "list the rules"),
    "cli.short.explain": ("giải thích một quy tắc, kèm ví dụ", "explain a rule, with examples"),
    "cli.short.dictionary": ("thêm từ vào từ điển riêng", "add words to your own dictionary"),
    "cli.short.completion": ("tự điền lệnh bằng phím Tab cho shell", "completion by Tab for a shell"),
    "cli.help.help": ("Hiện trang này rồi thoát.", "Show this page and exit."),
    "cli.help.version": ("Hiện phiên bản rồi thoát.", "Show the version and exit."),
    "cli.help.lang": (
        "Ngôn ngữ: vi (mặc định) hoặc en; cũng đặt được bằng biến VANBAN_LINT_LANG.",
        "Language: vi (default) or en; the variable VANBAN_LINT_LANG sets it too.",
    ),
    "cli.help.check": (
        "Kiểm tra các tệp PATH; thư mục thì kiểm tra mọi .docx, .txt, .md trong đó; dấu - là đầu vào chuẩn. "
        "Mã thoát: 0 không có gì từ mức --fail-on trở lên; 1 có; 2 dùng sai, cấu hình sai, có tệp không đọc được (các "
        "tệp khác vẫn được kiểm tra), hoặc không thấy lỗi nhưng có phần không đọc được.",
        "Check the files PATH; of a folder, every .docx, .txt and .md in it; - is standard input. "
        "Exit codes: 0 nothing at or above --fail-on; 1 something; 2 wrong usage, wrong configuration, an unreadable "
        "file (the others are checked all the same), or nothing found but a part was not read.",
    ),
    "cli.help.format": ("Dạng kết quả: text (mặc định) hoặc json.", "Form of the result: text (default) or json."),
    "cli.help.select": (
        "Chỉ dùng các quy tắc này: mã (TT120), đầu mã (TT1) hoặc tên; nhiều mục cách nhau dấu phẩy.",
        "Use only these rules: ids (TT120), prefixes (TT1) or names, separated by commas.",
    ),
    "cli.help.strict": (
        "Dùng cả các quy tắc mặc định tắt: gợi ý chính tả ít chắc hơn, chữ có thể thiếu, nhắc nhỏ.",
        "Use the rules that are off by default too: less certain spelling hints, words perhaps left out.",
    ),
    "cli.help.ignore": (
        "Không dùng các quy tắc này; viết như --select.",
        "Leave out these rules; written as in --select.",
    ),
    "cli.help.profile": (
        "Hồ sơ quy tắc, thay cho hồ sơ chọn theo chế độ và loại văn bản (ví dụ dang/chi-thi).",
        "Profile of rules instead of the one chosen by regime and type (such as dang/chi-thi).",
    ),
    "cli.help.date": (
        "Xét theo quy ước có hiệu lực vào ngày này (2026-05-27 hoặc 27/5/2026), thay cho ngày ghi trên văn bản.",
        "Judge by the convention in force on this day (2026-05-27) instead of the day on the document.",
    ),
    "cli.help.fail_on": (
        "Mức từ đó mã thoát là 1: loi (mặc định), canh_bao hoặc goi_y.",
        "The severity from which the exit code is 1: loi (default), canh_bao or goi_y.",
    ),
    "cli.help.exit_zero": (
        "Mã thoát 0 dù có lỗi trong văn bản (tệp không mở được thì vẫn là 2).",
        "Exit code 0 whatever is found in documents (an unreadable file still gives 2).",
    ),
    "cli.help.form": (
        "Dạng kết quả: text (mặc định), json, jsonl, sarif, github, gitlab, junit, html, markdown.",
        "Form of the result: text (default), json, jsonl, sarif, github, gitlab, junit, html, markdown.",
    ),
    "cli.help.output_file": (
        "Ghi thêm kết quả ra tệp ở dạng khác, như sarif:kq.json hay kq.html; dùng được nhiều lần.",
        "Write the result to a file in another form too, such as sarif:out.json or out.html; may be repeated.",
    ),
    "cli.help.statistics": ("In thêm số lần vi phạm từng quy tắc.", "Also print how often each rule was broken."),
    "cli.help.all_formats": (
        "Trong thư mục lấy cả .doc, .odt, .rtf (cần LibreOffice) và .pdf (cần pypdf).",
        "In folders take .doc, .odt, .rtf (needs LibreOffice) and .pdf (needs pypdf) too.",
    ),
    "cli.help.jobs": (
        "Số tiến trình cùng làm (mặc định: số nhân của máy, khi có nhiều tệp).",
        "Processes that work at once (default: the cores of the machine, when there are many files).",
    ),
    "cli.help.time_limit": (
        "Số giây tối đa cho một tệp; quá thì tệp đó bị bỏ, các tệp khác vẫn làm (mặc định 120 khi có nhiều tệp).",
        "Seconds one file may take; then it is given up and the others go on (default 120 when there are many files).",
    ),
    "cli.help.no_cache": (
        "Không dùng và không ghi kết quả của lần chạy trước.",
        "Neither use nor keep results of earlier runs.",
    ),
    "cli.help.output": (
        "Ghi kết quả vào FILE; không ghi đè tệp đã có nếu không có --force.",
        "Write the result to FILE; an existing file is kept unless --force is given.",
    ),
    "cli.help.allow_unread": (
        "Chấp nhận văn bản có phần không đọc được (hình, chữ ẩn, đối tượng nhúng...): không có lỗi thì mã thoát là 0.",
        "Accept documents of which a part cannot be read (pictures, hidden text, embedded objects...): exit code 0 "
        "when nothing is found.",
    ),
    "cli.help.force": ("Cho phép --output ghi đè.", "Let --output overwrite."),
    "cli.help.config": (
        "Tệp cấu hình, thay cho vanban-lint.yaml hoặc pyproject.toml tìm từ thư mục của văn bản trở lên.",
        "Configuration file instead of vanban-lint.yaml or pyproject.toml found upwards from the document.",
    ),
    "cli.help.stdin_name": (
        "Tên của văn bản đọc từ đầu vào chuẩn; đuôi tên cho biết dạng (mặc định là văn bản thuần).",
        "Name of the document on standard input; its suffix tells the format (plain text by default).",
    ),
    "cli.help.inspect": (
        "Cho xem chương trình hiểu văn bản PATH thế nào: chế độ, loại, ngày, các phần, dàn bài, nơi nhận, chữ "
        "ký, và vì "
        "sao. Không kiểm tra gì.",
        "Show how the document PATH is understood: regime, type, date, parts, outline, recipients, signatures, "
        "and why. "
        "Nothing is judged.",
    ),
    "cli.help.rules": (
        "Liệt kê các quy tắc; lọc theo chế độ, họ hoặc loại kiểm tra.",
        "List the rules; filter by regime, family or kind of check.",
    ),
    "cli.help.regime": (
        "Chỉ quy tắc của chế độ này: dang, hanh-chinh, quy-pham, doan, van-xuoi.",
        "Only rules of this regime: dang, hanh-chinh, quy-pham, doan, van-xuoi.",
    ),
    "cli.help.family": ("Chỉ quy tắc có mã bắt đầu như thế (TT1).", "Only rules whose id begins so (TT1)."),
    "cli.help.kind": ("Chỉ quy tắc dùng loại kiểm tra này (pattern).", "Only rules that use this check (pattern)."),
    "cli.help.schema": (
        "In JSON Schema của tệp quy tắc, để trình soạn thảo gợi ý và báo lỗi.",
        "Print the JSON Schema of rule files, for editors.",
    ),
    "cli.help.coverage": (
        "Liệt kê các dòng quy ước và quy tắc thực thi từng dòng.",
        "List the lines of the conventions and the rules that enforce each.",
    ),
    "cli.help.explain": (
        "Giải thích quy tắc RULE (mã hoặc tên): đòi hỏi gì, theo điều khoản nào, ví dụ đúng và sai. Đầu mã như TT1 thì "
        "liệt kê các quy tắc của họ đó.",
        "Explain the rule RULE (id or name): what it demands, by which clause, right and wrong examples. A prefix such "
        "as TT1 lists that family.",
    ),
    "cli.help.dictionary": (
        "Thêm TỪ vào từ điển riêng: tên riêng, từ chuyên ngành, tiếng nước ngoài mà phần soát chính tả không được báo. "
        "Từ điển là tệp đầu tiên mà khóa tu_dien của cấu hình nêu, nếu chưa có thì là tu-dien.dic ở thư mục hiện tại. "
        "Mỗi dòng của tệp là một chữ.",
        "Add WORDs to your own dictionary: names, technical and foreign words that spelling must not report. The "
        "dictionary is the first file that the key tu_dien of the configuration names, or else tu-dien.dic in the "
        "current folder. It holds one word a line.",
    ),
    "dictionary.added": ("{path}: thêm {count} từ", "{path}: {count} words added"),
    "dictionary.unused": (
        'cấu hình chưa dùng từ điển này: thêm dòng "tu_dien: [tu-dien.dic]" vào vanban-lint.yaml',
        'no configuration uses this dictionary yet: add the line "tu_dien: [tu-dien.dic]" to vanban-lint.yaml',
    ),
    "dictionary.not_text": ("không phải văn bản UTF-8", "not UTF-8 text"),
    "dictionary.two_words": (
        '"{word}": mỗi lần thêm một chữ, không có dấu cách; tách ra, ví dụ: dictionary add Krông Pắc',
        '"{word}": words are added one by one, without spaces: dictionary add Krông Pắc',
    ),
    "cli.help.completion": (
        'In kịch bản để shell tự điền lệnh bằng phím Tab. Với bash: thêm dòng eval "$(vanban-lint completion '
        'bash)" vào '
        "~/.bashrc; zsh: ~/.zshrc; fish: vanban-lint completion fish > ~/.config/fish/completions/vanban-lint.fish",
        'Print the script that lets a shell complete commands by Tab. For bash: add eval "$(vanban-lint completion '
        'bash)" to ~/.bashrc; zsh: ~/.zshrc; fish: vanban-lint completion fish > '
        "~/.config/fish/completions/vanban-lint.fish",
    ),
}
