"""Texts that say the same: words, candidates without comparing all pairs, how near two texts are, what differs.

Purpose: pure comparison of word sequences. Limits: knows texts, not documents or rules; whether a likeness is a defect
is for ``checks.duplicate`` to judge. Neighbours: ``text``; rapidfuzz, loaded when there is a pair to compare.
"""
