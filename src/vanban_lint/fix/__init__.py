"""Repairs that findings describe, performed: planned, applied to a copy, verified, and only then handed over.

``plan`` chooses which repairs may be made together, ``apply`` (Word files) and ``text`` (plain text, Markdown) make
them, ``verify`` reads and judges the result, ``mend`` runs them in turn until nothing is left to do.
"""
