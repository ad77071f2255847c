"""What the program says of templates: their fields, new drafts, and the way back.

Key -> (Vietnamese, English); {fields} are filled by the caller.
"""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    # What a user gave
    "template.unknown": (
        "không có mẫu “{name}”; xem các mẫu bằng: vanban-lint templates list",
        "no template “{name}”; see them with: vanban-lint templates list",
    ),
    "template.unknown.near": (
        "không có mẫu “{name}”; có phải “{near}”?",
        "no template “{name}”; did you mean “{near}”?",
    ),
    "template.unknown_field": ("trường “{field}” không có trong mẫu", "the template has no field “{field}”"),
    "template.unknown_field.near": (
        "trường “{field}” không có trong mẫu; có phải “{near}”?",
        "the template has no field “{field}”; did you mean “{near}”?",
    ),
    "template.required": (
        "thiếu trường “{field}” ({label}); thêm bằng --set {field}=... hoặc trong tệp dữ liệu",
        "field “{field}” ({label}) is missing; give it with --set {field}=... or in the data file",
    ),
    "template.want_text": ("trường “{field}” phải là một dòng chữ", "field “{field}” must be a text"),
    "template.want_number": (
        "trường “{field}” phải là số nguyên dương, đang là “{value}”",
        "field “{field}” must be a whole number, not “{value}”",
    ),
    "template.want_date": (
        "trường “{field}” phải là ngày như 2026-09-08 hoặc 8/9/2026, đang là “{value}”",
        "field “{field}” must be a day such as 2026-09-08 or 8/9/2026, not “{value}”",
    ),
    "template.want_choice": (
        "trường “{field}” phải là một trong: {choices}; đang là “{value}”",
        "field “{field}” must be one of: {choices}; not “{value}”",
    ),
    "template.want_list": ("trường “{field}” phải là một danh sách", "field “{field}” must be a list"),
    "template.want_group": (
        "trường “{field}” phải là một nhóm các trường: {names}",
        "field “{field}” must be a group of fields: {names}",
    ),
    "template.want_outline": (
        "trường “{field}” phải là danh sách đoạn và mục, hoặc dàn bài Markdown",
        "field “{field}” must be a list of paragraphs and items, or a Markdown outline",
    ),
    "template.bad_item": (
        "trường “{field}”: mục phải có đúng một loại ({kinds}), và có thể có con, so; đang có: {keys}",
        "field “{field}”: an item has exactly one kind ({kinds}), and may have con, so; found: {keys}",
    ),
    "template.bad_form": (
        "trường “{field}”: “{value}” không đúng dạng ({help})",
        "field “{field}”: “{value}” has a wrong form ({help})",
    ),
    "template.bad_character": (
        "trường “{field}” có ký tự điều khiển {character} mà tệp Word không chứa được",
        "field “{field}” holds the control character {character}, which no Word file can hold",
    ),
    "template.bad_set": ("--set cần dạng trường=giá trị, đang là “{value}”", "--set wants field=value, not “{value}”"),
    "template.bad_data": ("không đọc được dữ liệu: {reason}", "the data can't be read: {reason}"),
    "template.no_file": ("trường “{field}”: không có tệp “{value}”", "field “{field}”: there is no file “{value}”"),
    "template.bad_picture": (
        "trường “{field}”: “{value}” không phải hình PNG hoặc JPEG",
        "field “{field}”: “{value}” is no PNG or JPEG picture",
    ),
    # What a template holds
    "template.spec_keys": ("mẫu phải có ten, che_do, truong", "a template must have ten, che_do, truong"),
    "template.spec_unknown": ("mẫu không có khóa “{entry}”", "a template has no key “{entry}”"),
    "template.spec_regime": (
        "che_do phải là dang hoặc hanh-chinh, đang là “{value}”",
        "che_do must be dang or hanh-chinh, not “{value}”",
    ),
    "template.field_key": ("trường “{field}” không có khóa “{entry}”", "field “{field}” has no key “{entry}”"),
    "template.field_kind": (
        "trường “{field}”: không có kiểu “{kind}”; các kiểu: {kinds}",
        "field “{field}”: no kind “{kind}”; kinds: {kinds}",
    ),
    "template.syntax": ("thẻ viết sai ở {part}: {reason}", "a tag is wrong in {part}: {reason}"),
    "template.code": (
        "mẫu có mã lệnh ở {part} ({code}) nên không được dùng; thẻ chỉ được gọi tên trường, lặp và hỏi có hay không",
        "the template holds code in {part} ({code}) and is refused; tags may name fields, loop and ask, nothing else",
    ),
    "template.undefined": (
        "mẫu gọi trường “{field}” chưa khai báo, ở {place}",
        "the template asks for field “{field}”, which is not declared, at {place}",
    ),
    "template.unused": (
        "trường “{field}” đã khai báo mà mẫu không dùng",
        "field “{field}” is declared, but the template never asks for it",
    ),
    "template.no_example": ("mẫu chưa có dữ liệu thử (vi_du)", "the template has no example data (vi_du)"),
    "template.example_finding": (
        "bản điền từ dữ liệu thử có chỗ sai: {rule}: {message}",
        "the filled example has a finding: {rule}: {message}",
    ),
    # What was done
    "template.written": ("Đã ghi {path}", "Wrote {path}"),
    "template.clean": (
        "Đã soát theo {convention}: không có gì phải sửa.",
        "Checked against {convention}: nothing to mend.",
    ),
    "template.findings": (
        "Đã soát theo {convention}: {count} chỗ cần xem lại (vanban-lint check {path}):",
        "Checked against {convention}: {count} finding(s) (vanban-lint check {path}):",
    ),
    "template.finding": ("  {rule}: {message}", "  {rule}: {message}"),
    "template.lint.good": ("{name}: đạt", "{name}: good"),
    "template.fields": ("Các trường ({count}):", "Fields ({count}):"),
    "template.required_mark": ("bắt buộc", "required"),
    "template.example_of": ("ví dụ: {value}", "example: {value}"),
    "template.ask": ("{label}{help}{default}: ", "{label}{help}{default}: "),
    "template.ask_list": (
        "{label}{help}: mỗi dòng một mục, dòng trống là hết",
        "{label}{help}: one item a line, an empty line ends",
    ),
    "template.ask_outline": (
        "{label}{help}: gõ dàn bài Markdown, hoặc đường dẫn một tệp .md; dòng trống hai lần là hết",
        "{label}{help}: type a Markdown outline, or the path of a .md file; two empty lines end it",
    ),
    "template.again": ("  {problem}", "  {problem}"),
    "template.kept": (
        "Giữ nguyên, vì mẫu không có trường cho nó ({place}): {text}",
        "Kept as it was, for no field holds it ({place}): {text}",
    ),
    "template.picture_kept": ("Giữ nguyên bảng hoặc hình ({place})", "Kept a table or picture ({place})"),
    "template.lost": (
        "không tìm thấy trường “{field}” ({label}) trong văn bản; để trống",
        "field “{field}” ({label}) was not found in the document; left blank",
    ),
    "template.no_template_for": (
        "chưa có mẫu cho văn bản này (chế độ {regime}, loại {kind}); chọn bằng --template",
        "there is no template for this document (regime {regime}, type {kind}); choose one with --template",
    ),
    "template.init.wrote": (
        "Đã ghi {path}: {count} trường được đề nghị; xem lại mau.yaml rồi chạy: vanban-lint templates lint {path}",
        "Wrote {path}: {count} fields proposed; look through mau.yaml, then run: vanban-lint templates lint {path}",
    ),
    "template.folder_exists": (
        "thư mục đã có tệp mẫu; chọn thư mục khác",
        "the folder holds a template already; choose another",
    ),
    "reformat.change": ("  “{old}” → “{new}”", "  “{old}” → “{new}”"),
    # Batch
    "batch.done": (
        "{good} dòng đã thành văn bản, {bad} dòng lỗi; báo cáo ở {report}",
        "{good} row(s) written, {bad} failed; report in {report}",
    ),
    "batch.row": ("dòng {row}: {problem}", "row {row}: {problem}"),
    "batch.kind": ("dữ liệu hàng loạt phải là .csv, .xlsx hoặc .jsonl", "batch data must be .csv, .xlsx or .jsonl"),
    "batch.bad_name": ("mẫu tên tệp “{pattern}” hỏng: {reason}", "the name pattern “{pattern}” is wrong: {reason}"),
    "batch.same_name": ("tên tệp “{name}” trùng với dòng {other}", "file name “{name}” is that of row {other} too"),
    "batch.empty": ("không có dòng dữ liệu nào", "there is no row of data"),
    "batch.need_out": ("--batch cần --out THƯ_MỤC", "--batch wants --out FOLDER"),
    "batch.no_sheet": ("không đọc được bảng tính: {reason}", "the workbook can't be read: {reason}"),
    # Commands
    "cli.short.new": ("Soạn văn bản mới từ mẫu", "Write a new document from a template"),
    "cli.short.templates": ("Xem, kiểm tra, tạo mẫu văn bản", "List, show, check and make templates"),
    "cli.short.extract": ("Đọc văn bản thành dữ liệu của mẫu", "Read a document into the data of a template"),
    "cli.short.reformat": ("Trình bày lại một bản thảo theo mẫu", "Lay a draft out anew by its template"),
    "cli.short.list": ("Liệt kê các mẫu", "List the templates"),
    "cli.short.show": ("Xem các trường của một mẫu", "Show the fields of a template"),
    "cli.short.lint": ("Kiểm tra mẫu", "Check templates"),
    "cli.short.init": ("Đề nghị một mẫu từ văn bản có sẵn", "Propose a template from an existing document"),
    "cli.help.new": (
        "Soạn văn bản mới từ mẫu. Dữ liệu lấy từ --data, --set, rồi hồ sơ cơ quan trong cấu hình; thiếu thì "
        "hỏi. Văn bản viết ra đã được soát.",
        "Write a new document from a template. Data come from --data, --set, then the agency profile in the "
        "configuration; what is missing is asked for. The result has been checked.",
    ),
    "cli.help.templates": ("Các mẫu văn bản: xem, kiểm tra, tạo.", "Templates: list, show, check, make."),
    "cli.help.templates_list": ("Liệt kê các mẫu.", "List the templates."),
    "cli.help.templates_show": (
        "Xem các trường của một mẫu; --example in dữ liệu thử.",
        "Show a template's fields; --example prints its data.",
    ),
    "cli.help.templates_lint": (
        "Kiểm tra mẫu: thẻ, trường, và bản điền thử.",
        "Check templates: tags, fields, and the filled example.",
    ),
    "cli.help.templates_init": (
        "Đề nghị một mẫu từ văn bản .docx có sẵn.",
        "Propose a template from an existing .docx.",
    ),
    "cli.help.extract": (
        "Đọc văn bản thành dữ liệu YAML của mẫu.",
        "Read a document into the YAML data of a template.",
    ),
    "cli.help.reformat": (
        "Trình bày lại một bản thảo: đọc vào các trường của mẫu rồi viết ra đúng thể thức, chữ giữ nguyên.",
        "Lay a draft out anew: read it into a template's fields and write it in the right form, words kept.",
    ),
    "cli.help.data": ("Tệp dữ liệu .yaml hoặc .json", "Data file, .yaml or .json"),
    "cli.help.set": ("Đặt một trường: --set so=15 (lặp lại được)", "Set a field: --set so=15 (repeatable)"),
    "cli.help.defaults": (
        "Không hỏi; trường thiếu lấy giá trị mặc định",
        "Ask nothing; missing fields take their defaults",
    ),
    "cli.help.example": (
        "Dùng dữ liệu thử của mẫu cho trường còn thiếu",
        "Use the template's example data for what is missing",
    ),
    "cli.help.new_output": ("Tệp .docx viết ra", "The .docx to write"),
    "cli.help.batch": (
        "Soạn hàng loạt từ .csv, .xlsx hoặc .jsonl",
        "Write one document for each row of a .csv, .xlsx or .jsonl",
    ),
    "cli.help.batch_out": ("Thư mục cho văn bản soạn hàng loạt", "Folder for the documents of a batch"),
    "cli.help.batch_name": (
        "Tên tệp của mỗi dòng, ví dụ “{{so}}-{{ky_hieu}}”",
        "File name of each row, such as “{{so}}-{{ky_hieu}}”",
    ),
    "cli.help.no_check": ("Không soát văn bản viết ra", "Don't check what was written"),
    "cli.help.template": (
        "Tên mẫu; mặc định chọn theo chế độ và loại văn bản",
        "Template; by default the one of the document's regime and type",
    ),
}
