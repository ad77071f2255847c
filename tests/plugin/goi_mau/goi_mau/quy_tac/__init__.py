"""The folder of rules: the YAML files beside this one."""
