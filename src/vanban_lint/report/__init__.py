"""What was found, in the form that somebody asked for: one module a format.

Purpose: turn frozen reports into text. Limits: nothing is judged, read or written here. Neighbours: ``engine`` makes
the reports; ``cli`` prints what comes out. ``text`` is for a drafter at a terminal, ``json`` for programs
(docs/json.md), ``structure`` shows what was understood, ``rules`` shows the rules themselves.
"""
