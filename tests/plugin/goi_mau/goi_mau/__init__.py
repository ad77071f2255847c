"""A package that extends vanban-lint: a check kind, a report format and a folder of rules, each an entry point.

It is the worked example of docs/mo-rong.md, and the tests run it as an installed package.
"""
