"""A package that extends vanban-lint: a check kind, a report format, a folder of rules and one of templates, each an
entry point.

It is the worked example of docs/mo-rong.md, and the tests run it as an installed package.
"""
