"""Works out the formula of a calculation again, on its own."""

import ast
import operator
import re
from collections.abc import Callable
from decimal import Context, Decimal, DecimalException, localcontext

_OPERATORS: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def worked_out(formula: str) -> Decimal | None:
    """The value of "(13.70 − 11.87) / 11.87 × 100"; None when it is no formula."""
    plain = formula.replace("−", "-").replace("×", "*").replace("^", "**").replace(",", "")
    try:
        with localcontext(Context(prec=50)):
            return _value(ast.parse(plain.strip(), mode="eval").body, plain.strip())
    except (SyntaxError, ValueError, DecimalException):
        return None


def numbers_of(formula: str) -> tuple[Decimal, ...]:
    """The numbers that stand in a formula."""
    return tuple(Decimal(number.replace(",", "")) for number in _NUMBER.findall(formula))


def _value(node: ast.expr, formula: str) -> Decimal:
    if isinstance(node, ast.Constant):
        return Decimal(ast.get_source_segment(formula, node) or "")
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_value(node.operand, formula)
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        return _OPERATORS[type(node.op)](_value(node.left, formula), _value(node.right, formula))
    raise ValueError(formula)
