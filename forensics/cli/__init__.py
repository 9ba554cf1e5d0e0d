"""The subcommands of `python -m forensics`, one module each with `add_arguments(parser)` and `run(args) -> int`."""
