"""`python -m tei_cable`."""

from tei_cable.cli import main

if __name__ == "__main__":
    main()
