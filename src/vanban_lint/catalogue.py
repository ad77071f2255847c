"""Every sentence the program itself says, in Vietnamese and English, by key.

Purpose: the one place of user-facing machinery text; messages of rules live with the rules. Limits: no logic beyond
choosing a language and filling in values. A key is "room.what"; a test checks that both languages hold the same keys
and fields.
"""

from __future__ import annotations

from typing import Any

# key -> (Vietnamese, English); {fields} are filled by the caller.
MESSAGES: dict[str, tuple[str, str]] = {
    # -- errors ---------------------------------------------------------------------------------------------------
    "file.missing": ("không tìm thấy tệp; kiểm tra lại đường dẫn", "no such file; check the path"),
    # -- reading --------------------------------------------------------------------------------------------------
    "file.unreadable": ("không mở được tệp: {reason}", "cannot open the file: {reason}"),
    "reading.empty": ("tệp trống", "the file is empty"),
    "reading.encoding": (
        "không phải văn bản UTF-8; lưu lại tệp bằng UTF-8",
        "not UTF-8 text; save the file as UTF-8",
    ),
    "reading.binary": ("không phải tệp văn bản", "not a text file"),
    "reading.password": (
        "tệp có mật khẩu; bỏ mật khẩu trong Word rồi kiểm tra lại",
        "the file is password-protected; remove the password in Word first",
    ),
    "reading.doc": (
        "tệp Word kiểu cũ (.doc); mở bằng Word và lưu thành .docx",
        "an old Word file (.doc); open it in Word and save it as .docx",
    ),
    "reading.odt": (
        "tệp OpenDocument; mở bằng Word hoặc LibreOffice và lưu thành .docx",
        "an OpenDocument file; save it as .docx",
    ),
    "reading.rtf": ("tệp RTF; mở bằng Word và lưu thành .docx", "an RTF file; open it in Word and save it as .docx"),
    "reading.pdf": ("tệp PDF; hãy kiểm tra tệp .docx gốc", "a PDF file; check the .docx it was made from"),
    "reading.html": (
        "trang HTML hoặc XML mang đuôi .docx; mở bằng Word và lưu thành .docx",
        "HTML or XML named .docx; open it in Word and save it as .docx",
    ),
    "reading.word_xml": (
        "tệp Word lưu dạng XML; mở bằng Word và lưu thành .docx",
        "a Word document saved as XML; open it in Word and save it as .docx",
    ),
    "reading.not_docx": ("không phải tệp .docx", "not a .docx file"),
    "reading.spreadsheet": ("đây là bảng tính Excel, không phải văn bản", "this is a spreadsheet, not a document"),
    "reading.presentation": ("đây là bản trình chiếu, không phải văn bản", "this is a presentation, not a document"),
    "reading.no_main_part": (
        "tệp .docx không có phần văn bản; có thể tệp bị hỏng",
        "the .docx has no document part; it may be damaged",
    ),
    "reading.damaged": (
        "tệp .docx bị hỏng hoặc bị cắt; lấy lại bản gốc, hoặc mở bằng Word để sửa",
        "the .docx is damaged or cut short; get the original again, or let Word repair it",
    ),
    "reading.bad_xml": (
        "tệp .docx bị hỏng: phần {name} không đọc được",
        "the .docx is damaged: part {name} cannot be parsed",
    ),
    "reading.too_large": (
        "nội dung sau khi giải nén quá lớn (giới hạn {limit} MB); tệp có thể cố ý gây hại",
        "too large when unpacked (limit {limit} MB); the file may be malicious",
    ),
    "reading.too_many_parts": (
        "tệp .docx có quá nhiều thành phần (giới hạn {limit})",
        "the .docx has too many parts (limit {limit})",
    ),
    "reading.duplicate_part": (
        'tệp .docx có hai thành phần cùng tên "{name}"; có thể cố ý gây hại',
        'the .docx has two parts named "{name}"; it may be malicious',
    ),
    "reading.unsafe_name": (
        'tệp .docx có tên thành phần không an toàn "{name}"',
        'the .docx has a part with an unsafe name "{name}"',
    ),
    "reading.compression": (
        'thành phần "{name}" nén theo cách Word không dùng',
        'part "{name}" is compressed in a way that Word does not use',
    ),
    "reading.dtd": (
        "phần {name} có khai báo DTD, điều tệp Word không bao giờ có; tệp có thể cố ý gây hại",
        "part {name} contains a DTD, which no Word file has; the file may be malicious",
    ),
    "reading.too_deep": (
        "phần {name} lồng nhau quá sâu; tệp có thể cố ý gây hại",
        "part {name} is nested too deeply; the file may be malicious",
    ),
    "reading.external_links": (
        "tệp chứa {count} liên kết ra ngoài; không đọc tệp như vậy",
        "the file holds {count} links to the outside; such a file is not read",
    ),
    # What was not read: the document is never called clean.
    "reading.hidden_text": ("có chữ ẩn, không kiểm tra", "hidden text, not checked"),
    "reading.picture": ("có hình ảnh; chữ trong hình không đọc được", "a picture; text in it cannot be read"),
    "reading.object": ("có đối tượng nhúng, không đọc được", "an embedded object, not read"),
    "reading.chart": ("có biểu đồ hoặc sơ đồ; chữ trong đó không đọc", "a chart or diagram; text in it is not read"),
    "reading.embedded": ("có tài liệu khác chèn vào, không đọc", "another document is embedded, not read"),
    "reading.field": ("có trường (field) bị hỏng; chữ trong đó không đọc", "a broken field; text in it is not read"),
    "reading.macros": ("tệp có macro; macro không được đọc", "the file holds macros; they are not read"),
    "reading.external": (
        "có nội dung liên kết ra ngoài, không tải về: {detail}",
        "content linked from outside, not fetched: {detail}",
    ),
    # -- rules and configuration ----------------------------------------------------------------------------------
    "config.unreadable": ("không đọc được tệp: {reason}", "cannot read the file: {reason}"),
    "config.not_utf8": (
        "không phải văn bản UTF-8 (byte thứ {offset}); lưu lại tệp bằng UTF-8",
        "not UTF-8 text (byte {offset}); save the file as UTF-8",
    ),
    "config.syntax": ("sai cú pháp: {reason}", "syntax error: {reason}"),
    "config.twice": (
        'khóa "{span}" viết hai lần trong một mục; bỏ một',
        'key "{span}" stands twice in one mapping; remove one',
    ),
    "config.no_reason": (
        '"{span}": bỏ qua quy tắc cho một số tệp thì phải nói vì sao; thêm khóa "ly_do"',
        '"{span}": ignoring rules for some files needs a reason; add the key "ly_do"',
    ),
    "config.bad_date": (
        'không có ngày "{span}"; viết năm-tháng-ngày, ví dụ 2026-05-27',
        'no such day "{span}"; write year-month-day, such as 2026-05-27',
    ),
    "config.no_dictionary": (
        'không đọc được từ điển "{span}"; cần tệp UTF-8, mỗi dòng một từ',
        'cannot read the dictionary "{span}"; it is a UTF-8 file with one word a line',
    ),
    "config.no_folder": ('không có thư mục "{span}"', 'no folder "{span}"'),
    "schema.not_string": ('"{span}": cần một đoạn văn bản', '"{span}": text expected'),
    "schema.not_integer": ('"{span}": cần một số nguyên', '"{span}": whole number expected'),
    "schema.not_boolean": ('"{span}": cần true hoặc false', '"{span}": true or false needed'),
    "schema.not_array": ('"{span}": cần một danh sách [...]', '"{span}": a list expected'),
    "schema.not_object": (
        '"{span}": cần các cặp khóa: giá trị',
        '"{span}": pairs of key and value expected',
    ),
    "schema.unknown_key": (
        'không có khóa "{name}"; các khóa được dùng: {known}',
        'no key "{name}"; keys are: {known}',
    ),
    "schema.unknown_key.near": (
        'không có khóa "{name}"; có phải "{near}" không?',
        'no key "{name}"; did you mean "{near}"?',
    ),
    "schema.missing_key": (
        'thiếu khóa "{name}" trong mục bắt đầu bằng "{span}"',
        'key "{name}" is missing in the entry that starts with "{span}"',
    ),
    "schema.choice": (
        'giá trị "{name}" không dùng được; chọn một trong: {known}',
        '"{name}" cannot stand here; one of: {known}',
    ),
    "schema.choice.near": (
        'giá trị "{name}" không dùng được; có phải "{near}" không?',
        '"{name}" cannot stand here; did you mean "{near}"?',
    ),
    "schema.pattern": (
        '"{span}" không đúng dạng {pattern}',
        '"{span}" does not have the form {pattern}',
    ),
    "schema.regex": (
        'biểu thức chính quy "{span}" không dùng được: {reason}',
        'the regular expression "{span}" does not compile: {reason}',
    ),
    "schema.empty": ('"{span}": không được để trống', '"{span}": may not be empty'),
    "schema.length": ('"{span}": sai số phần tử', '"{span}": wrong number of elements'),
    "rule.taken": (
        '"{name}" đã là của quy tắc {other}; mã và tên quy tắc không dùng lại, hãy chọn cái khác',
        '"{name}" belongs to rule {other}; ids and names are never reused, choose another',
    ),
    "rule.weak_lines": (
        "muc_do không được là {span} vì các dòng {lines} chưa đủ chắc; dùng canh_bao hoặc goi_y",
        "muc_do may not be {span}: the lines {lines} are not firm enough; use canh_bao or goi_y",
    ),
    "rule.braces": (
        'dấu ngoặc nhọn trong "{span}" không khép đúng: {reason}',
        'unbalanced braces in "{span}": {reason}',
    ),
    "rule.unknown_field": (
        '"{{{name}}}" không phải trường mà loại kiểm tra này điền; các trường: {known}',
        '"{{{name}}}" is no field that this kind fills; fields: {known}',
    ),
    "rule.unknown_field.near": (
        '"{{{name}}}" không phải trường mà loại kiểm tra này điền; có phải "{{{near}}}" không?',
        '"{{{name}}}" is no field that this kind fills; did you mean "{{{near}}}"?',
    ),
    "config.unknown_rule": (
        'không có quy tắc "{name}"; xem "vanban-lint rules"',
        'no rule "{name}"; see "vanban-lint rules"',
    ),
    "config.unknown_rule.near": (
        'không có quy tắc "{name}"; có phải "{near}" không?',
        'no rule "{name}"; did you mean "{near}"?',
    ),
    "config.unknown_profile": (
        'không có hồ sơ kiểm tra "{name}"; các hồ sơ có dạng "dang", "dang/chi-thi", "hanh-chinh/quyet-dinh"',
        'no profile "{name}"; profiles look like "dang", "dang/chi-thi", "hanh-chinh/quyet-dinh"',
    ),
    "config.unknown_profile.near": (
        'không có hồ sơ kiểm tra "{name}"; có phải "{near}" không?',
        'no profile "{name}"; did you mean "{near}"?',
    ),
    # -- not evaluated --------------------------------------------------------------------------------------------
    "gap.part_missing": ("không tìm thấy {part}; chưa đánh giá: {rules}", "{part} not found; not evaluated: {rules}"),
    "gap.no_convention": (
        "{regime}: chưa có quy ước trình bày nào trong chương trình; chỉ các quy tắc chung được áp dụng",
        "{regime}: the program holds no convention for it; only the common rules were applied",
    ),
    "gap.no_convention_then": (
        "{regime}: không quy ước nào trong chương trình có hiệu lực vào ngày {day}; chỉ các quy tắc chung được áp dụng",
        "{regime}: no convention in the program was in force on {day}; only the common rules were applied",
    ),
    "check.no_articles": (
        'không nhận ra điều nào trong văn bản; chưa đối chiếu được "{text}"',
        'no articles were recognised in the document; "{text}" could not be compared',
    ),
    "gap.crashed": (
        "quy tắc {rule} không chạy được: {error}; đây là lỗi của chương trình, hãy báo lại",
        "rule {rule} could not run: {error}; this is a defect of the program, please report it",
    ),
    # -- command line ---------------------------------------------------------------------------------------------
    "cli.error": ("lỗi:", "error:"),
    "cli.interrupted": ("đã dừng theo yêu cầu", "interrupted"),
    "cli.try_help": ("xem cách dùng: {command} --help", "how to use it: {command} --help"),
    "cli.no_command": (
        'không có lệnh "{name}"; các lệnh: check, inspect, rules, explain, dictionary, completion',
        'no command "{name}"; there are check, inspect, rules, explain, dictionary, completion',
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
    "cli.progress": ("đang kiểm tra", "checking"),
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
    # -- reports --------------------------------------------------------------------------------------------------
    "severity.loi": ("LỖI", "ERROR"),
    "severity.canh_bao": ("CẢNH BÁO", "WARNING"),
    "severity.goi_y": ("GỢI Ý", "HINT"),
    "certainty.chac_chan": ("chắc chắn", "certain"),
    "certainty.co_the": ("có thể", "possible"),
    "certainty.phong_doan": ("phỏng đoán", "a guess"),
    "count.loi": ("{n} lỗi", "{n} error(s)"),
    "count.canh_bao": ("{n} cảnh báo", "{n} warning(s)"),
    "count.goi_y": ("{n} gợi ý", "{n} hint(s)"),
    "report.judged_by": ("xét theo ngày {day}", "judged by {day}"),
    "report.profile": ("hồ sơ {profile}", "profile {profile}"),
    "report.or": (" hoặc ", " or "),
    "report.suggestion": ("nên viết {text}", "write {text}"),
    "report.related": ("Đối chiếu: “{text}”, {place}", "Compare: “{text}”, {place}"),
    "report.clean": (
        "Không có gì phải sửa trong những điều đã đánh giá.",
        "Nothing to mend in what was judged.",
    ),
    "report.not_all_read": (
        "Chưa thấy gì phải sửa, nhưng có phần không đọc được nên chưa thể coi là đạt.",
        "Nothing to mend was seen, but a part could not be read, so this is no clean bill.",
    ),
    "report.not_all_judged": (
        "Chưa thấy gì phải sửa, nhưng có quy tắc không chạy được nên chưa thể coi là đạt.",
        "Nothing to mend was seen, but a rule broke down, so this is no clean bill.",
    ),
    "report.not_evaluated": ("Không đánh giá", "Not judged"),
    "report.unread": ("Không đọc được", "Not read"),
    "report.summary": ("{n} văn bản: ", "{n} document(s): "),
    "report.summary.none": ("không có gì phải sửa", "nothing to mend"),
    "report.summary.doubtful": ("chưa thấy gì phải sửa", "nothing to mend seen"),
    "report.summary.unreadable": ("; {n} tệp không đọc được", "; {n} unreadable files"),
    "report.summary.suppressed": ("; {n} mục ẩn theo cấu hình", "; {n} hidden by configuration"),
    "report.summary.incomplete": ("; {n} văn bản chưa đọc được hết", "; {n} documents not wholly read"),
    "report.summary.broken": ("; {n} văn bản có quy tắc không chạy được", "; {n} documents on which a rule broke down"),
    "report.suppressed": ("Ẩn theo cấu hình", "Hidden by configuration"),
    "report.more": (
        "Giải thích và ví dụ: vanban-lint explain {rule}",
        "Why, with examples: vanban-lint explain {rule}",
    ),
    "place.cell": ("bảng {table}, hàng {row}, cột {column}", "table {table}, row {row}, column {column}"),
    "place.paragraph": ("đoạn thứ {number}", "paragraph {number}"),
    "place.line": ("dòng {line}, cột {column}", "line {line}, column {column}"),
    "place.header": ("đầu trang", "page header"),
    "place.footer": ("chân trang", "page footer"),
    "place.footnotes": ("chú thích chân trang", "footnotes"),
    "place.endnotes": ("chú thích cuối văn bản", "endnotes"),
    "place.box": ("hộp văn bản", "text box"),
    "zone.phan_dau": ("Phần đầu", "Header"),
    "zone.phan_ten": ("Tên loại, trích yếu", "Title and subject"),
    "zone.noi_dung": ("Nội dung", "Body"),
    "zone.phan_cuoi": ("Phần cuối", "End"),
    "zone.kem_theo": ("Văn bản kèm theo", "Attached document"),
    "zone.phu_luc": ("Phụ lục", "Annex"),
    "zone.other": ("Ngoài thân văn bản", "Outside the body"),
    "type.unknown": ("chưa rõ loại văn bản", "type unknown"),
    "regime.dang": ("văn bản của Đảng", "party document"),
    "regime.hanh-chinh": ("văn bản hành chính", "administrative document"),
    "regime.quy-pham": ("văn bản quy phạm pháp luật", "normative legal document"),
    "regime.doan": ("văn bản của Đoàn", "youth union document"),
    "regime.van-xuoi": ("văn xuôi", "prose"),
    "level.trung_uong": ("Trung ương", "central"),
    "level.tinh": ("cấp tỉnh", "province"),
    "level.huyen": ("cấp huyện", "district"),
    "level.xa": ("cấp xã", "commune"),
    "level.co_so": ("cơ sở", "grassroots"),
    "level.None": ("chưa rõ", "unknown"),
    "inspect.regime": ("Chế độ", "Regime"),
    "inspect.type": ("Loại", "Type"),
    "inspect.date": ("Ngày", "Date"),
    "inspect.level": ("Cấp", "Level"),
    "inspect.no_date": ("không tìm thấy", "not found"),
    "inspect.date_derived": ("suy ra, vì còn để trống", "derived, blanks remain"),
    "inspect.template": ("Đây là mẫu để điền.", "This is a form to fill in."),
    "inspect.blocks": ("Các phần", "Parts"),
    "inspect.outline": ("Dàn bài", "Outline"),
    "inspect.automatic": ("số tự động", "automatic number"),
    "inspect.cuts": ("Đoạn bị ngắt giữa câu", "Paragraphs cut inside a sentence"),
    "block.doan": ("từng đoạn của phần nội dung", "each paragraph of the body"),
    "block.muc": ("dàn bài", "the outline"),
    "block.van_ban": ("cả văn bản", "the whole document"),
    "block.quoc_hieu": ("quốc hiệu", "national name"),
    "block.tieu_ngu": ("tiêu ngữ", "national motto"),
    "block.tieu_de_dang": ("tiêu đề của Đảng", "party heading"),
    "block.co_quan_chu_quan": ("cơ quan cấp trên", "superior body"),
    "block.co_quan_ban_hanh": ("cơ quan ban hành", "issuing body"),
    "block.dau_sao": ("dấu sao", "asterisk"),
    "block.so_ky_hieu": ("số, ký hiệu", "number and symbol"),
    "block.dia_danh_ngay": ("địa danh, ngày", "place and date"),
    "block.ten_loai": ("tên loại", "type name"),
    "block.tac_gia": ("tác giả", "author line"),
    "block.trich_yeu": ("trích yếu", "subject"),
    "block.gach_trich_yeu": ("dấu gạch dưới trích yếu", "hyphens under the subject"),
    "block.kinh_gui": ("kính gửi", "addressee label"),
    "block.kinh_gui_muc": ("nơi kính gửi", "addressee"),
    "block.can_cu": ("căn cứ", "legal basis"),
    "block.loi_dan": ("lời dẫn", "lead-in"),
    "block.ket_thuc": ("câu kết", "closing"),
    "block.noi_nhan": ("nơi nhận", "recipients label"),
    "block.noi_nhan_muc": ("mục nơi nhận", "recipient"),
    "block.luu": ("dòng lưu", "filing line"),
    "block.quyen_han_ky": ("quyền hạn ký", "authority to sign"),
    "block.chuc_vu": ("chức vụ", "post"),
    "block.ho_ten": ("họ tên người ký", "signer"),
    "block.do_mat": ("độ mật", "secrecy mark"),
    "block.do_khan": ("độ khẩn", "urgency mark"),
    "block.du_thao": ("dấu dự thảo", "draft mark"),
    "block.pham_vi_luu_hanh": ("phạm vi lưu hành", "circulation mark"),
    "block.phu_luc": ("phụ lục", "annex"),
    "block.lien_he": ("thông tin liên hệ", "contact line"),
    "rules.count": ("{n} quy tắc", "{n} rules"),
    "rules.coverage": (
        "{n} trong {all} dòng quy ước có quy tắc thực thi",
        "{n} of {all} lines of the conventions are enforced",
    ),
    "explain.tu": ("từ {day}", "from {day}"),
    "explain.den": ("đến {day}", "to {day}"),
    "explain.changed": ("sửa “{old}” thành “{new}”", "“{old}” changed to “{new}”"),
    "explain.untouched": ("văn bản đủ các phần, không thay đổi gì", "a complete document, nothing changed"),
    "explain.removed": ("bỏ {part}", "without {part}"),
    "explain.clauses": ("Điều khoản", "Clauses"),
    "explain.where": ("Xét ở:", "Looks at:"),
    "explain.when": ("Chỉ khi:", "Only when:"),
    "explain.good": ("Đúng", "Right"),
    "explain.bad": ("Sai", "Wrong"),
    "explain.fix.safe": (
        "Cách sửa: an toàn, điều khoản chỉ cho một cách viết.",
        "Mending is safe: the clause leaves no choice.",
    ),
    "explain.fix.unsafe": (
        "Cách sửa: chỉ là phỏng đoán, người soạn phải xem lại.",
        "Mending is a guess; a person must look.",
    ),
    "explain.fix.display": ("Cách sửa: chỉ nêu cách viết đúng.", "The right form is shown only."),
    "explain.fix.None": ("Cách sửa: người soạn tự quyết định.", "To be mended by hand."),
    "explain.off": ("Tắt theo mặc định; bật bằng --select {rule}.", "Off by default; turn on with --select {rule}."),
    "explain.skip": (
        "Bỏ qua quy tắc này một lần: vanban-lint check --ignore {rule} TỆP",
        "To leave it out once: vanban-lint check --ignore {rule} FILE",
    ),
    "explain.aliases": ("Tên cũ: {names}", "Former names: {names}"),
}


def say(key: str, lang: str = "vi", **params: Any) -> str:
    """The message ``key`` in ``lang`` ("vi" or "en") with its fields filled; KeyError when there is no such key."""
    vietnamese, english = MESSAGES[key]
    return (english if lang == "en" else vietnamese).format_map(params)
