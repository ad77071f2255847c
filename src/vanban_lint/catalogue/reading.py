"""What the program says of files that cannot be read, and what was not read in those that can.

Key -> (Vietnamese, English); {fields} are filled by the caller.
"""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "file.missing": ("không tìm thấy tệp; kiểm tra lại đường dẫn", "no such file; check the path"),
    "file.lost.time": (
        "quá {seconds} giây chưa xong nên bị bỏ; tăng thời hạn bằng --time-limit",
        "not done after {seconds} seconds and given up; --time-limit allows more",
    ),
    "file.lost.death": (
        "tiến trình kiểm tra tệp này chết giữa chừng (mã {detail}), có thể do thiếu bộ nhớ",
        "the process that checked this file died (code {detail}), perhaps for want of memory",
    ),
    "file.lost.error": (
        "kiểm tra tệp này gặp lỗi của chương trình: {detail}",
        "the program failed on this file: {detail}",
    ),
    "baseline.broken": (
        "không phải tệp nền của vanban-lint; ghi lại bằng vanban-lint baseline write",
        "is no baseline of vanban-lint; write it again with vanban-lint baseline write",
    ),
    "baseline.reason": ("đã có trong tệp nền", "in the baseline"),
    "ignore_file.line": (
        "mỗi dòng cần đủ: TỆP: QUY TẮC ... # lý do",
        "a line needs all of: FILE: RULE ... # reason",
    ),
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
        "tệp Word kiểu cũ (.doc); mở bằng Word và lưu thành .docx, hoặc cài LibreOffice để chương trình tự chuyển",
        "an old Word file (.doc); save it as .docx in Word, or install LibreOffice and it will be converted",
    ),
    "reading.odt": (
        "tệp OpenDocument; lưu thành .docx, hoặc cài LibreOffice để chương trình tự chuyển",
        "an OpenDocument file; save it as .docx, or install LibreOffice and it will be converted",
    ),
    "reading.rtf": (
        "tệp RTF; lưu thành .docx, hoặc cài LibreOffice để chương trình tự chuyển",
        "an RTF file; save it as .docx, or install LibreOffice and it will be converted",
    ),
    "reading.not_converted": (
        "LibreOffice không chuyển được tệp này; mở bằng Word và lưu thành .docx",
        "LibreOffice could not convert this file; save it as .docx in Word",
    ),
    "reading.pdf": (
        "tệp PDF; hãy kiểm tra tệp .docx gốc, hoặc cài thêm: pip install vanban-lint[pdf]",
        "a PDF file; check the .docx it was made from, or install: pip install vanban-lint[pdf]",
    ),
    "reading.pdf_scan": (
        "tệp PDF không có lớp chữ (bản chụp); hãy kiểm tra tệp .docx gốc",
        "a PDF without a text layer (a scan); check the .docx it was made from",
    ),
    "reading.pdf_locked": ("tệp PDF có mật khẩu", "the PDF is locked by a password"),
    "reading.pdf_broken": ("tệp PDF hỏng", "the PDF is damaged"),
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
}
