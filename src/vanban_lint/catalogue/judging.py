"""What the program says of rules, profiles and configuration, and what could not be judged.

Key -> (Vietnamese, English); {fields} are filled by the caller.
"""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
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
    "config.bad_day": (
        'ngày "{span}" không có trong lịch; viết 2025-01-31 hoặc 31/01/2025',
        'no such day as "{span}"; write 2025-01-31 or 31/01/2025',
    ),
    "config.csv_row": (
        "dòng không đủ hoặc thừa cột: cần {columns} cột như dòng đầu",
        "too few or too many columns: {columns} are needed, as in the first line",
    ),
    "legacy.read": (
        "Nội dung đã được soát theo chữ sau khi chuyển mã",
        "The text was decoded and checked",
    ),
    "legacy.unread": (
        "Có đoạn không chuyển mã được nên chưa soát chính tả",
        "Some paragraphs could not be decoded: their spelling was not checked",
    ),
    "config.no_folder": ('không có thư mục "{span}"', 'no folder "{span}"'),
    "config.no_package": (
        'không có gói đã cài nào cho quy tắc với tên "{name}"',
        'no installed package offers rules under the name "{name}"',
    ),
    "schema.not_string": ('"{span}": cần một đoạn văn bản', '"{span}": text expected'),
    "schema.not_integer": ('"{span}": cần một số nguyên', '"{span}": whole number expected'),
    "schema.not_number": ('"{span}": cần một số', '"{span}": a number expected'),
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
    "house.wider": (
        '"{span}" rộng hơn mức quy định: {allowed}; nếp riêng chỉ được chặt hơn',
        '"{span}" is wider than the guide allows: {allowed}',
    ),
    "house.turned": ('"{span}": viết giá trị nhỏ trước', '"{span}": the smaller value comes first'),
    "house.less": ('"{span}" ít hơn mức quy định: {allowed}', '"{span}" is less than the guide asks for: {allowed}'),
    "house.against": ('"{span}" trái với quy định: {allowed}', '"{span}" is against the guide: {allowed}'),
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
    "duplicate.same": ("hai bản giống hệt nhau", "the two are the same"),
    "duplicate.point_missing": ("bản sau thiếu ý {point} “{text}”", "the later one lacks point {point} “{text}”"),
    "duplicate.point_added": ("bản sau thêm ý {point} “{text}”", "the later one adds point {point} “{text}”"),
    "duplicate.missing": ("bản sau thiếu {text}", "the later one lacks {text}"),
    "duplicate.added": ("bản sau thêm {text}", "the later one adds {text}"),
    "duplicate.changed": ("bản sau viết “{new}” thay cho “{gone}”", "the later one has “{new}” for “{gone}”"),
    "duplicate.more": ("và {n} chỗ khác nữa", "and {n} more places"),
    "reference.articles": ("ở đây chỉ có Điều 1 đến Điều {last}", "there are Điều 1 to Điều {last}"),
    "reference.annexes": ("văn bản chỉ có {last} phụ lục", "the document has {last} annexes"),
    "reference.children": ("cuối cùng là {last}", "the last is {last}"),
    "gap.crashed": (
        "quy tắc {rule} không chạy được: {error}; đây là lỗi của chương trình, hãy báo lại",
        "rule {rule} could not run: {error}; this is a defect of the program, please report it",
    ),
}
