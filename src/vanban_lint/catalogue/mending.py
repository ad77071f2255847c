"""What the program says when it writes into a document: comments, fixes, and why it does not.

Key -> (Vietnamese, English); {fields} are filled by the caller.
"""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    # Files that are not written.
    "protection.macros": (
        "tệp có macro; chương trình không ghi vào tệp như vậy; lưu bản .docx không macro rồi làm lại",
        "the file holds macros and is not written; save it as a .docx without macros first",
    ),
    "protection.signed": (
        "tệp đã ký số; sửa bất cứ gì cũng làm chữ ký mất giá trị, nên không ghi; làm trên bản chưa ký",
        "the file is digitally signed and any change would break the signature; use the unsigned copy",
    ),
    "protection.final": (
        "tệp đã đánh dấu là bản cuối; bỏ dấu đó trong Word (Tệp, Thông tin, Bảo vệ tài liệu) rồi làm lại",
        "the file is marked as final; take that mark away in Word first",
    ),
    "protection.write": (
        "tệp có mật khẩu chống ghi; bỏ mật khẩu trong Word rồi làm lại",
        "the file is protected against writing by a password; remove it in Word first",
    ),
    "protection.document": (
        "tệp được bảo vệ không cho sửa (Xem lại, Hạn chế sửa); bỏ bảo vệ trong Word rồi làm lại",
        "editing of the file is restricted (Review, Restrict Editing); stop the protection in Word first",
    ),
    # Places that are not changed.
    "edit.spelling": (
        "phần này của tệp viết theo lối khác thường, không ghép lại được",
        "this part of the file is written in an unusual way and cannot be changed in place",
    ),
    "edit.unclear": (
        "không tìm lại được chữ này trong tệp một cách chắc chắn",
        "this text cannot be found again in the file for certain",
    ),
    "edit.field": (
        "chữ do trường (field) của Word sinh ra; sửa ở nơi trường lấy chữ",
        "the text comes from a field of Word; change it where the field takes it from",
    ),
    "edit.revision": (
        "chỗ này có thay đổi của người khác đang chờ chấp nhận; chấp nhận hoặc bỏ thay đổi đó trước",
        "somebody's tracked change stands here; accept or reject it first",
    ),
    "edit.bound": (
        "chữ trong ô điền có liên kết hoặc khóa; sửa trong ô đó",
        "the text stands in a bound or locked content control; change it there",
    ),
    "edit.control": (
        "đoạn nằm trong khung điều khiển nội dung; sửa trong Word",
        "the paragraph stands in a content control; change it in Word",
    ),
    "edit.twin": (
        "khung chữ này có hai bản khác nhau trong tệp; sửa trong Word",
        "the file holds two different copies of this text box; change it in Word",
    ),
    "edit.container": (
        "chỗ sửa nằm vắt qua một liên kết hoặc ô điền",
        "the place runs over the edge of a link or content control",
    ),
    "edit.mixed": ("chỗ sửa không phải chữ", "the place holds no text"),
    "edit.character": ("chữ mới có ký tự Word không ghi được", "the new text holds a character that Word cannot store"),
    "edit.section": ("không tìm thấy thiết lập trang của đoạn này", "the page set-up of this paragraph was not found"),
    "edit.page_number": (
        "Word không theo dõi được việc thêm đầu trang; dùng --direct, hoặc tự thêm (Chèn, Số trang)",
        "Word cannot track a new header; use --direct, or add the number yourself (Insert, Page Number)",
    ),
    "edit.style": ("không tìm thấy kiểu (style) phải sửa", "the style to change was not found"),
    "edit.style_tracked": (
        "Word không theo dõi được thay đổi của kiểu (style); dùng --direct",
        "Word cannot track a change of a style; use --direct",
    ),
    "edit.paragraph": (
        "đoạn có hình, chú thích, dấu của người khác, hoặc ở cuối ô, cuối phần; thêm bớt đoạn ở đây thì làm trong Word",
        "the paragraph holds drawings, notes or other people's marks, or ends a cell or section; do this in Word",
    ),
    "edit.action": ("chương trình chưa tự làm được việc sửa này", "this kind of repair is not done automatically"),
    "edit.text_only": (
        "tệp văn bản thuần không có định dạng để sửa",
        "a plain text file has no format to change",
    ),
    # Repairs.
    "fix.overlap": ("trùng chỗ với cách sửa của {other}", "claims the same place as the repair of {other}"),
    "fix.stale": ("chữ ở đó không còn như khi xét", "the text there is no longer what was judged"),
    "fix.verify.text": (
        "kết quả sửa không như dự định, nên không ghi gì; cách sửa liên quan: {rules}; cần “{want}”, thành “{got}”. "
        "Thêm --ignore với mã đó để bỏ qua, và báo cho người làm chương trình",
        "the result is not what was planned, nothing is written; repairs concerned: {rules}; wanted “{want}”, got "
        "“{got}”. Leave them out with --ignore and report this",
    ),
    "fix.verify.reject": (
        "bỏ các thay đổi thì không ra đúng chữ ban đầu, nên không ghi gì; cách sửa liên quan: {rules}; cần “{want}”, "
        "thành “{got}”. Thêm --ignore với mã đó để bỏ qua, và báo cho người làm chương trình",
        "rejecting the changes would not give the original text, nothing is written; repairs concerned: {rules}; "
        "wanted “{want}”, got “{got}”. Leave them out with --ignore and report this",
    ),
    "fix.verify.member": (
        "phần {name} của tệp bị đổi ngoài dự định, nên không ghi gì; hãy báo cho người làm chương trình",
        "part {name} of the file would change unplanned, nothing is written; please report this",
    ),
    "fix.verify.new": (
        "cách sửa của {rules} làm {rule} báo thêm ở “{text}”, nên không ghi gì; thêm --ignore với mã đó để bỏ qua",
        "the repair of {rules} makes {rule} find more at “{text}”, nothing is written; leave it out with --ignore",
    ),
    "fix.verify.crashed": (
        "sau khi sửa ({rules}) có quy tắc không xét được, nên không ghi gì",
        "after the repair ({rules}) a rule breaks, nothing is written",
    ),
    "fix.property.line": ("giãn dòng {value}", "line spacing {value}"),
    "fix.property.own_removed": ("bỏ {what} đặt riêng", "{what} of its own removed"),
    "fix.property.font": ("phông", "font"),
    "fix.property.size_pt": ("cỡ chữ", "size"),
    "fix.property.bold": ("kiểu đậm", "bold"),
    "fix.property.italic": ("kiểu nghiêng", "italic"),
    "fix.property.underline": ("gạch chân", "underline"),
    "fix.property.caps": ("kiểu in hoa", "capitals"),
    "fix.property.color": ("màu", "colour"),
    "fix.property.align": ("căn lề", "alignment"),
    "fix.property.first_line": ("lùi dòng đầu", "first-line indent"),
    "fix.property.indent_left": ("lùi trái", "left indent"),
    "fix.property.space_before": ("cách trên", "space before"),
    "fix.property.space_after": ("cách dưới", "space after"),
    "fix.property.keep_next": ("đi liền đoạn sau", "kept with the next paragraph"),
    "fix.property.page_width": ("khổ giấy rộng", "page width"),
    "fix.property.page_height": ("khổ giấy cao", "page height"),
    "fix.property.margin_top": ("lề trên", "top margin"),
    "fix.property.margin_bottom": ("lề dưới", "bottom margin"),
    "fix.property.margin_left": ("lề trái", "left margin"),
    "fix.property.margin_right": ("lề phải", "right margin"),
    "fix.property.page_start": ("số trang bắt đầu từ", "page numbers start at"),
    "fix.property.title_page": ("trang đầu riêng", "a first page of its own"),
    "fix.property.add_page_number": ("thêm số trang", "page number added"),
    "fix.property.page_number_size": ("cỡ số trang", "size of the page number"),
    "fix.line": ("{rule} · {place}: {change}", "{rule} · {place}: {change}"),
    "fix.replaced": ("“{old}” thành “{new}”", "“{old}” becomes “{new}”"),
    "fix.removed": ("bỏ “{old}”", "“{old}” is removed"),
    "fix.added": ("thêm “{new}”", "“{new}” is added"),
    "fix.line_added": ("thêm dòng “{new}”", "the line “{new}” is added"),
    "fix.line_removed": ("bỏ dòng “{old}”", "the line “{old}” is removed"),
    "fix.formatted": ("định dạng: {what}", "format: {what}"),
    "fix.composed": ("mã chữ (Unicode) của “{new}”", "the Unicode form of “{new}”"),
    "fix.refused": ("Không tự sửa:", "Not repaired:"),
    "fix.unsafe_left": (
        "{n} chỗ chỉ có cách sửa phỏng đoán; xem bằng --unsafe --diff",
        "{n} place(s) have only a guessed repair; see them with --unsafe --diff",
    ),
    "fix.nothing": ("{path}: không có gì để tự sửa", "{path}: nothing to repair"),
    "fix.done.tracked": (
        "{path}: {n} chỗ sửa, ghi thành thay đổi để chấp nhận hoặc bỏ trong Word (thẻ Xem lại)",
        "{path}: {n} repair(s) as tracked changes, to accept or reject in Word (Review)",
    ),
    "fix.done.direct": ("{path}: {n} chỗ đã sửa", "{path}: {n} repair(s) made"),
    "fix.would": ("{path}: {n} chỗ sẽ sửa; chưa ghi gì", "{path}: {n} repair(s) would be made; nothing is written"),
    "fix.tracking_on": (
        "tệp đang bật theo dõi thay đổi của Word nhưng --direct sửa thẳng, không để lại dấu",
        "the file has change tracking on, yet --direct leaves no mark",
    ),
    "fix.no_target": (
        "chưa nói ghi vào đâu: thêm -o OUT, --in-place hoặc --diff",
        "say where to write: -o OUT, --in-place or --diff",
    ),
    "fix.one_output": (
        "-o chỉ dùng cho một tệp; nhiều tệp thì dùng --in-place hoặc --diff",
        "-o is for one file; use --in-place or --diff for several",
    ),
    "fix.two_targets": ("chỉ dùng một trong -o, --in-place, --diff", "use only one of -o, --in-place, --diff"),
    "cli.short.fix": (
        "sửa những chỗ chắc chắn, thành thay đổi có theo dõi",
        "make the certain repairs, as tracked changes",
    ),
    "cli.help.fix": (
        "Sửa trong FILE (.docx, .txt, .md) những chỗ mà điều khoản không để ngỏ lựa chọn. Trong .docx mỗi chỗ là một "
        "thay đổi có theo dõi, để chấp nhận hoặc bỏ trong Word. Kết quả được đọc và xét lại trước khi ghi; không như "
        "dự định thì không ghi gì và mã thoát là 2. Với --diff, mã thoát là 1 khi có chỗ sẽ sửa.",
        "Repair what leaves no choice in FILE (.docx, .txt, .md). In a .docx each repair is a tracked change to accept "
        "or reject in Word. The result is read and judged again before it is written; if it is not what was planned, "
        "nothing is written and the exit code is 2. With --diff the exit code is 1 when something would be repaired.",
    ),
    "cli.help.direct": ("Sửa thẳng, không theo dõi thay đổi.", "Plain edits instead of tracked changes."),
    "cli.help.in_place": (
        "Ghi đè chính FILE; dùng được cho nhiều tệp.",
        "Overwrite FILE itself; several may be given.",
    ),
    "cli.help.exit_non_zero_on_fix": (
        "Mã thoát là 1 khi có chỗ đã sửa; dùng cho pre-commit.",
        "End with 1 when something was repaired; for hooks.",
    ),
    "cli.help.diff": ("Chỉ cho xem sẽ sửa gì; không ghi.", "Only show what would change; write nothing."),
    "cli.help.unsafe": (
        "Sửa cả những chỗ phỏng đoán (xem lý do bằng explain).",
        "Make the guessed repairs too (explain tells why they are guesses).",
    ),
    # Comments.
    "annotate.suggestion": ("Nên viết: {text}", "Write: {text}"),
    "annotate.certainty": ("Mức chắc chắn: {text}", "Certainty: {text}"),
    "annotate.source": ("Căn cứ: {text}", "Source: {text}"),
    "annotate.related": ("Đối chiếu: “{text}”, {place}", "Compare: “{text}”, {place}"),
    "annotate.in_box": (
        "(Word không cho ghi chú trong khung chữ; chỗ cần xem là “{text}”, {place})",
        "(Word allows no comment in a text box; the place is “{text}”, {place})",
    ),
    "annotate.in_header": (
        "(Word không cho ghi chú ở đầu trang; chỗ cần xem là “{text}”, {place})",
        "(Word allows no comment in a header; the place is “{text}”, {place})",
    ),
    "annotate.in_footer": (
        "(Word không cho ghi chú ở chân trang; chỗ cần xem là “{text}”, {place})",
        "(Word allows no comment in a footer; the place is “{text}”, {place})",
    ),
    "annotate.in_field": (
        "(ghi chú ôm cả trường của Word; chỗ cần xem là “{text}”)",
        "(the comment spans a whole field; the place is “{text}”)",
    ),
    "annotate.in_control": (
        "(ghi chú đặt ngoài khung điều khiển nội dung; chỗ cần xem là “{text}”)",
        "(the comment stands outside a content control; the place is “{text}”)",
    ),
    "annotate.in_paragraph": (
        "(ghi chú ôm cả đoạn; chỗ cần xem là “{text}”)",
        "(the comment spans the paragraph; the place is “{text}”)",
    ),
    "annotate.spelling": (
        "tệp viết theo lối khác thường, không ghi chú vào được; mở bằng Word, lưu lại rồi làm lại",
        "the file is written in an unusual way and cannot be annotated; save it again with Word first",
    ),
    "annotate.all_control": (
        "cả văn bản nằm trong khung điều khiển nội dung, không có chỗ đặt ghi chú",
        "the whole text stands in a content control; there is no place for comments",
    ),
    "annotate.only_word": (
        "chỉ ghi chú được vào tệp .docx; với tệp này dùng vanban-lint check",
        "only .docx files can be annotated; use vanban-lint check for this one",
    ),
    "annotate.done": ("{path}: {n} ghi chú", "{path}: {n} comment(s)"),
    "annotate.moved": (
        "{n} ghi chú đặt ở chỗ gần nhất mà Word cho phép, có nói rõ trong ghi chú",
        "{n} comment(s) stand at the nearest place that Word allows and say so",
    ),
    "cli.short.annotate": ("ghi các chỗ sai vào bản sao .docx thành ghi chú Word", "a copy with findings as comments"),
    "cli.help.annotate": (
        "Ghi mỗi chỗ sai thành một ghi chú của Word, đúng ở chữ đó, vào bản sao của FILE. Chữ của văn bản, ghi chú và "
        "thay đổi của người khác giữ nguyên; chạy lại thì ghi chú cũ của vanban-lint được thay bằng ghi chú mới.",
        "Write each finding as a Word comment at its characters into a copy of FILE. Text, other people's comments and "
        "changes stay; a second run replaces the earlier comments of vanban-lint.",
    ),
    "cli.help.copy": (
        "Tệp kết quả (.docx); không ghi đè tệp đã có nếu không có --force.",
        "The file to write; an existing one is kept unless --force is given.",
    ),
}
