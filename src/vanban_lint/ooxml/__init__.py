"""The only room that knows zip and XML: the bytes of a Word file to a ``Document``, with the way back to each byte.

``reader`` is the entrance; ``archive`` and ``package`` open the file; ``events``, ``runs`` and ``story`` make the pass
over a part; ``properties``, ``styles``, ``numbering`` and ``cascade`` resolve formats.
"""
