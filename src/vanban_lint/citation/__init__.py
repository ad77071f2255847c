"""Citations as data: found in running text, taken apart, normalised, compared with each other and with a register.

Purpose: what other documents a document names, however badly it writes them. Limits: pure; knows texts and tables, no
rules and no anchors. Rooms: ``normalise`` (the letters of a number), ``parse`` (a citation in a text), ``agreement``
(citations of one document that disagree), ``register`` (known documents).
"""
