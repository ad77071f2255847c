"""The folder of templates: don-vi/giay-moi-giao-ban beside this file."""
