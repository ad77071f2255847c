"""Spelling of Vietnamese official prose: slips that a dictionary sees, and those that only the neighbours betray.

``speller`` is the way in. ``words`` cuts a text; ``context`` weighs real words against likelier ones; ``shape`` judges
what is no syllable; ``repeat`` and ``acronym`` the rest. ``counts`` is the model file, ``dictionary`` plays hunspell.
"""
