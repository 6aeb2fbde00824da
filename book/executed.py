"""Python in a page, run when the page is made: the code, and below it what it printed."""

from __future__ import annotations

import ast
import contextlib
import io

FENCE = "`" * 3


def run(code: str, *, show: bool = True) -> str:
    """Return the code as a block, and what it printed or was worth as another; an error stops the book.

    >>> print(run("1 + 1", show=False))
    ```{code-block} text
    :class: output
    2
    ```
    """
    tree = ast.parse(code)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    namespace: dict[str, object] = {}
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(tree, "<page>", "exec"), namespace)
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), "<page>", "eval"), namespace)
            if value is not None:
                print(repr(value))
    blocks = [f"{FENCE}python\n{code.strip()}\n{FENCE}\n"] if show else []
    if printed.getvalue():
        blocks.append(
            f"{FENCE}{{code-block}} text\n:class: output\n{printed.getvalue().rstrip()}\n{FENCE}"
        )
    return "\n".join(blocks)
