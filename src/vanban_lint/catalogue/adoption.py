"""What the program says when a folder takes it up: ``init``, ``baseline``, ``doctor``, ``rules test``, revisions.

Key -> (Vietnamese, English); {fields} are filled by the caller.
"""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "remark.origin": ("ghi chú Word của {author}", "a Word comment by {author}"),
    "remark.unclear": (
        'ghi chú "{text}" không có tác dụng vì không nêu rõ quy tắc hoặc thiếu lý do; viết: '
        '"vanban-lint: bỏ qua TT126 - lý do"',
        'the comment "{text}" has no effect: it names no rule or gives no reason; write "vanban-lint: ignore TT126 - '
        'reason"',
    ),
    "remark.unknown_rule": (
        'ghi chú "{text}" không có tác dụng: {what}',
        'the comment "{text}" has no effect: {what}',
    ),
    "cli.short.baseline": ("chấp nhận lỗi cũ, chỉ báo lỗi mới", "accept old findings, report new ones"),
    "cli.short.baseline.write": ("ghi các chỗ sai hiện có vào tệp nền", "write the findings of today to a baseline"),
    "cli.short.baseline.check": (
        "kiểm tra, bỏ qua những gì đã có trong tệp nền",
        "check for what is not in the baseline",
    ),
    "cli.short.init": ("tạo tệp cấu hình và tệp pre-commit", "write a configuration and a pre-commit file"),
    "cli.short.doctor": ("xem máy có gì, thiếu gì", "tell what is present and what is missing"),
    "cli.short.rules.test": ("chạy ví dụ của quy tắc tự viết", "run the examples of your own rules"),
    "cli.help.baseline": (
        "Dùng cho kho văn bản cũ: ghi lại các chỗ sai đang có, từ đó chỉ báo chỗ sai mới.",
        "For an old collection: keep the findings of today, and from then on report new ones only.",
    ),
    "cli.help.baseline.write": (
        "Ghi mọi chỗ sai của các văn bản vào tệp nền. Dấu nhận ra một chỗ sai không đổi khi sửa nơi khác.",
        "Write every finding of the documents to a baseline. A finding is known again after edits elsewhere.",
    ),
    "cli.help.baseline.check": (
        "Như lệnh check với --baseline: chỉ báo chỗ sai chưa có trong tệp nền, và nêu mục của tệp nền không còn đúng.",
        "As check with --baseline: reports what is not in the baseline, and entries of it that are no longer true.",
    ),
    "cli.help.baseline.output": ("Tệp nền cần ghi.", "The baseline to write."),
    "cli.help.baseline_file": (
        "Tệp nền: chỗ sai đã ghi trong đó được ẩn. Khóa cấu hình: tep_nen.",
        "A baseline: findings in it are hidden. Key of the configuration: tep_nen.",
    ),
    "cli.help.diff_only": (
        "Chỉ báo chỗ sai mà văn bản chưa có ở bản git này (như HEAD, origin/main).",
        "Report only what the document did not have at this git revision (such as HEAD, origin/main).",
    ),
    "cli.help.init": (
        "Tạo vanban-lint.yaml và .pre-commit-config.yaml trong thư mục; tệp đã có thì giữ nguyên.",
        "Write vanban-lint.yaml and .pre-commit-config.yaml into a folder; a file that is there stays as it is.",
    ),
    "cli.help.init.repo": (
        "Địa chỉ kho mã nguồn của chương trình, cho pre-commit tự cài; thiếu thì gọi chương trình đã cài trên máy.",
        "Where pre-commit gets the program from; without it the file calls the program of this machine.",
    ),
    "cli.help.doctor": (
        "Cho biết máy có những gì chương trình cần, và mỗi thứ còn thiếu thì thêm được việc gì.",
        "Tell what of the program's needs is present, and what each missing helper would add.",
    ),
    "cli.help.rules.test": (
        "Xét và chạy ví dụ của các quy tắc trong thư mục: ví dụ đạt phải im lặng, không đạt phải bị báo đúng chỗ.",
        "Validate the rules of a folder and run their examples: good ones must be silent, bad ones reported in place.",
    ),
    "cli.short.rules.validate": ("xét quy tắc và mẫu tự làm", "validate your own rules and templates"),
    "cli.help.rules.validate": (
        "Xét thư mục quy tắc (như rules test) và thư mục mẫu (như templates lint) trong một lần; không nêu thư mục thì "
        "lấy thu_muc_quy_tac, thu_muc_mau và mẫu của goi trong cấu hình. Dùng cho pre-commit.",
        "Validate rule folders (as rules test) and template folders (as templates lint) in one go; without folders, "
        "those of the configuration (thu_muc_quy_tac, thu_muc_mau, templates of goi). Made for hooks.",
    ),
    "trial.nothing": (
        "cấu hình ở đây không nêu thư mục quy tắc hay thư mục mẫu nào",
        "the configuration here names no folder of rules or templates",
    ),
    "baseline.written": (
        "{path}: đã ghi {n} chỗ sai của {documents} văn bản",
        "{path}: {n} findings of {documents} documents written",
    ),
    "git.missing": ("không chạy được git: {reason}", "git does not run: {reason}"),
    "git.no_repository": ("tệp không nằm trong kho git", "the file is in no git repository"),
    "git.no_revision": ("kho git không có bản {name}", "the repository has no revision {name}"),
    "trial.no_rules": ("thư mục không có tệp quy tắc .yaml nào", "the folder holds no rule file (.yaml)"),
    "trial.unexpected": (
        "{rule} báo ngoài dự kiến ở “{text}”: {message}",
        "unexpected {rule} at “{text}”: {message}",
    ),
    "trial.silent": ("{rule} không báo gì", "{rule} is silent"),
    "trial.marks": (
        "báo ở {found}, ví dụ đánh dấu {wanted} (dòng, đầu, cuối)",
        "covers {found}, marked are {wanted} (line, start, end)",
    ),
    "trial.covers": ("báo ở {found}, không phải “{wanted}”", "covers {found}, not “{wanted}”"),
    "trial.summary": (
        "{rules} quy tắc, {ran} ví dụ đã chạy, {failed} không đạt, {left} không chạy được ở đây (về dáng tệp Word)",
        "{rules} rules, {ran} examples run, {failed} failed, {left} not runnable here (about the look of a Word file)",
    ),
    "init.written": ("đã tạo {path}", "{path} written"),
    "init.kept": ("{path} đã có, giữ nguyên", "{path} is there and stays as it is"),
    "init.next": (
        "Tiếp theo: vanban-lint check . để xem; vanban-lint baseline write . để gác lỗi cũ; pre-commit install để "
        "kiểm tra mỗi lần ghi vào kho git (pre-commit cài bằng: pipx install pre-commit).",
        "Next: vanban-lint check . to see; vanban-lint baseline write . for what must wait; pre-commit install to "
        "check every commit (get pre-commit with: pipx install pre-commit).",
    ),
    "init.hooks.local": (
        r"""# Kiểm tra văn bản trước khi ghi vào kho: https://pre-commit.com
# Gọi chương trình đã cài trên máy; muốn pre-commit tự cài: vanban-lint init --repo ĐỊA-CHỈ
repos:
  - repo: local
    hooks:
      # Sửa sẵn những chỗ chắc chắn rồi giữ lại để xem; bỏ các dấu # để dùng.
      # - id: vanban-lint-fix
      #   name: vanban-lint fix
      #   entry: vanban-lint fix --in-place --exit-non-zero-on-fix
      #   language: system
      #   files: '(?i)\.docx$'
      #   exclude: '(^|/)~\$'
      #   require_serial: true
      - id: vanban-lint
        name: vanban-lint
        entry: vanban-lint check
        language: system
        files: '(?i)\.docx$'
        exclude: '(^|/)~\$'  # tệp chủ của Word
        require_serial: true
""",
        r"""# Documents are checked before they get in: https://pre-commit.com
# Calls the program of this machine; to have pre-commit install it: vanban-lint init --repo ADDRESS
repos:
  - repo: local
    hooks:
      # Makes the certain repairs and stops for a look; take away the # to use it.
      # - id: vanban-lint-fix
      #   name: vanban-lint fix
      #   entry: vanban-lint fix --in-place --exit-non-zero-on-fix
      #   language: system
      #   files: '(?i)\.docx$'
      #   exclude: '(^|/)~\$'
      #   require_serial: true
      - id: vanban-lint
        name: vanban-lint
        entry: vanban-lint check
        language: system
        files: '(?i)\.docx$'
        exclude: '(^|/)~\$'  # owner files of Word
        require_serial: true
""",
    ),
    "init.config": (
        """# Cấu hình vanban-lint. Bỏ dấu # ở đầu dòng để dùng.
# Mức làm lệnh check báo lỗi: loi, canh_bao, goi_y.
fail_on: loi
# Quy tắc không dùng ở đây (mã, nhóm như KT2, hoặc tên).
# ignore: [TT431]
# Chỗ sai đã chấp nhận, do "vanban-lint baseline write ." ghi.
# tep_nen: vanban-lint-baseline.json
# Từ riêng mà phần chính tả không được báo.
# tu_dien: [tu-dien.dic]
# Quy tắc riêng cho từng nhóm tệp; bỏ qua quy tắc nào thì ghi lý do.
# theo_tep:
#   - tep: "mau/*.docx"
#     ignore: [TT7]
#     ly_do: mẫu để điền
""",
        """# Configuration of vanban-lint. Take away the # of a line to use it.
# What makes check fail: loi (error), canh_bao (warning), goi_y (hint).
fail_on: loi
# Rules not used here (an id, a family such as KT2, or a name).
# ignore: [TT431]
# Findings that were accepted, written by "vanban-lint baseline write .".
# tep_nen: vanban-lint-baseline.json
# Words that spelling must not report.
# tu_dien: [tu-dien.dic]
# Settings for groups of files; what is ignored needs a reason.
# theo_tep:
#   - tep: "mau/*.docx"
#     ignore: [TT7]
#     ly_do: forms to fill in
""",
    ),
    "init.hooks": (
        """# Kiểm tra văn bản trước khi ghi vào kho: https://pre-commit.com
repos:
  - repo: {repo}
    rev: v{version}
    hooks:
      - id: vanban-lint
""",
        """# Documents are checked before they get in: https://pre-commit.com
repos:
  - repo: {repo}
    rev: v{version}
    hooks:
      - id: vanban-lint
""",
    ),
    "doctor.missing": ("không có", "missing"),
    "doctor.python": ("chạy chương trình", "runs the program"),
    "doctor.lxml": ("đọc kiểu chữ, số tự động của tệp Word", "reads styles and numbering of Word files"),
    "doctor.click": ("các lệnh", "the commands"),
    "doctor.yaml": ("đọc cấu hình và quy tắc tự viết", "reads the configuration and your own rules"),
    "doctor.docx": ("soạn mẫu văn bản", "builds templates"),
    "doctor.docxtpl": ("điền mẫu văn bản", "fills templates"),
    "doctor.hunspell": (
        "gợi ý chữ đúng chính tả; thiếu thì dùng từ điển âm tiết kèm sẵn",
        "suggests spellings; without it the syllables that come along are used",
    ),
    "doctor.pypdf": ("đọc chữ của tệp PDF", "reads the text of PDF files"),
    "doctor.libreoffice": ("đọc tệp .doc, .odt, .rtf", "reads .doc, .odt and .rtf files"),
    "doctor.git": ("check --diff-only", "check --diff-only"),
    "doctor.pre_commit": ("kiểm tra trước mỗi lần ghi vào kho", "checks before every commit"),
    "doctor.config": (
        "cấu hình của thư mục này; vanban-lint init tạo một tệp",
        "the configuration of this folder; vanban-lint init writes one",
    ),
}
