"""Templates: correct drafts from data, and data back from drafts.

Loaded only by the commands that need it: docxtpl and jinja2 never stand on the check path. ``load`` finds a template,
``schema`` makes data right or says what is wrong, ``fill`` prepares the words, ``render`` writes the file, ``extract``
goes the other way.
"""
