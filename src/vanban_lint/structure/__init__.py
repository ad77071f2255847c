"""From a read document to what its parts are: blocks, outline, type, regime, date, each with evidence and confidence.

A block is what a clerk would call it, however badly it is written; nothing here judges. Data words live in
``rules/du-lieu/nhan-dien.yaml``. ``analyse`` is the entry; ``place`` says where an anchor stands, in words.
"""

from vanban_lint.structure.analyse import analyse

__all__ = ["analyse"]
