"""Writes the tables beside it: special functions at 50 digits, from mpmath.

Run: python3 test/base/special/reference/make-reference.py
A row is the arguments, the nearest double to the true value, and how far the true value lies from
that double, in units of its last place.
"""
import json
import math
import pathlib
import random
import struct

import mpmath as m
from mpmath import mpf

m.mp.dps = 50
random.seed(20)
U = random.uniform
HERE = pathlib.Path(__file__).parent


def from_bits(bits):
    return struct.unpack('<d', struct.pack('<Q', bits))[0]


def any_double():
    return from_bits(random.getrandbits(63) % (0x7FF << 52))


def nearest(value):
    """The nearest double, also where it is subnormal."""
    if abs(value) >= mpf(2) ** -1021:
        return float(value)
    return float(int(m.nint(value * mpf(2) ** 1074))) * 5e-324


def row(arguments, value):
    double = nearest(value)
    excess = (value - mpf(double)) / mpf(math.ulp(double))
    return [*arguments, double, round(float(excess), 4)]


def table(function, arguments):
    rows = (row(a, function(*map(mpf, a))) for a in arguments)
    return [r for r in rows if math.isfinite(r[-2])]


def one(values):
    return [(x,) for x in values]


def sign():
    return random.choice([-1, 1])


def elementary():
    tiny = [5e-324, 1e-320, 2.2250738585072009e-308, 2.2250738585072014e-308]
    tiny += [1.7976931348623157e308]
    near_one = [1 + sign() * 2 ** -U(1, 52.5) for _ in range(150)]
    seams = [0.6875 + i / 256 for i in range(0, 80, 7)] + [1 + i / 128 for i in range(1, 48, 7)]
    seams += [math.nextafter(x, 0) for x in seams]
    logs = tiny + near_one + seams + [any_double() for _ in range(150)]
    logs += [U(0.5, 2) for _ in range(150)]
    exps = [-745.13, -744.44, -708.5, -708.39, 709.78, 709.782712893384, 5e-324, -1e-17, 1e-16]
    exps += [sign() * 2 ** -U(-9, 60) for _ in range(150)] + [U(-708, 709.7) for _ in range(150)]
    exps += [U(-745, -708) for _ in range(50)] + [U(-1, 1) for _ in range(100)]
    log1ps = tiny + [sign() * 2 ** -U(0, 60) for _ in range(200)] + [U(-1, 3) for _ in range(150)]
    log1ps += [sign() * 0.00390625 * (1 + sign() * 2 ** -U(2, 50)) for _ in range(20)]
    log1ps += [any_double() for _ in range(60)] + [-1 + 2 ** -U(1, 53) for _ in range(30)]
    expm1s = [sign() * 2 ** -U(0, 60) for _ in range(200)] + [U(-1, 1) for _ in range(150)]
    expm1s += [U(-45, 709.7) for _ in range(100)] + [5e-324, -1e-310, 0.0028, 0.002793491630751]
    powers = [(2.0, 0.5), (10.0, -323.0), (1.0000000000000002, 3e18), (0.9999999999999999, 6e18)]
    for _ in range(400):
        x = random.choice([any_double(), U(0, 3), 1 + sign() * 2 ** -U(1, 52)])
        goal = random.choice([U(-708, 709.7), U(-708, 709.7), U(-1, 1), U(-744.9, -708)])
        if x not in (0, 1):
            powers.append((x, float(goal / m.log(mpf(x)))))
    return {
        'log': table(m.log, one(x for x in logs if x > 0)),
        'exp': table(m.exp, one(x for x in exps if -745.2 < x < 709.79)),
        'log1p': table(m.log1p, one(x for x in log1ps if x > -1)),
        'expm1': table(m.expm1, one(expm1s)),
        'pow': table(lambda x, y: m.exp(y * m.log(x)), powers),
    }


def root(function, start):
    """Newton on a logarithm that is concave in the logarithm of x."""
    x = mpf(start)
    for _ in range(400):
        value, slope = function(x)
        step = max(min(-value / slope, mpf(5)), mpf(-5))
        x *= m.exp(step)
        if abs(step) < mpf(10) ** -40:
            return x
    raise ValueError('no root')


def normal_quantile(p):
    if p > 0.5:
        return -normal_quantile(1 - p)
    z = -m.sqrt(-2 * m.log(p)) if p < 0.1 else (p - 0.5) * 2.5
    for _ in range(100):
        share = m.erfc(-z / m.sqrt(2)) / 2
        step = share / m.npdf(z) * m.log(share / p)
        z -= step
        if abs(step) < mpf(10) ** -45:
            return z
    raise ValueError('no root')


def normal():
    wide = [U(-6, 6) for _ in range(150)] + [sign() * 10 ** -U(0, 300) for _ in range(30)]
    tails = [U(-37.4, 8) for _ in range(200)] + [U(-3, 3) for _ in range(100)]
    tails += [0.5, -0.5, 0.7, -0.7]
    shares = [U(0, 1) for _ in range(200)] + [10 ** -U(0, 307) for _ in range(150)]
    shares += [1 - 10 ** -U(0, 15) for _ in range(60)]
    shares += [0.075, 0.925, 5e-324, 1.3887943864964021e-11]
    shares += [0.5 + sign() * 10 ** -U(1, 12) for _ in range(30)]
    return {
        'erf': table(m.erf, one(wide)),
        'erfc': table(m.erfc, one(wide + [U(0, 26.5) for _ in range(150)])),
        'normalCdf': table(lambda z: m.erfc(-z / m.sqrt(2)) / 2, one(tails)),
        'normalDensity': table(m.npdf, one([U(-37, 37) for _ in range(150)])),
        'normalQuantile': table(normal_quantile, one(p for p in shares if p != 0.5)),
    }


def gamma_p(a, x):
    return m.gammainc(a, 0, x, regularized=True)


def gamma_q(a, x):
    return m.gammainc(a, x, m.inf, regularized=True)


def gamma_quantile(a, p):
    def side(x):
        density = m.exp(a * m.log(x) - x - m.loggamma(a))
        if p <= 0.5:
            return m.log(gamma_p(a, x) / p), density / gamma_p(a, x)
        return m.log(gamma_q(a, x) / (1 - p)), -density / gamma_q(a, x)

    return root(side, a if a > 1 else m.exp((m.log(p) + m.loggamma(a + 1)) / a))


def gamma():
    arguments = [10 ** U(-300, 300) for _ in range(60)] + [U(0, 12) for _ in range(150)]
    arguments += [1 + sign() * 10 ** -U(0.3, 15) for _ in range(60)]
    arguments += [2 + sign() * 10 ** -U(0, 15) for _ in range(60)]
    points = []
    for _ in range(400):
        a = random.choice([10 ** U(-6, 0), U(0.1, 3), U(1, 30), 10 ** U(1, 4)])
        points.append((a, max(1e-3, a * (1 + U(-5, 8) / a**0.5)) if a > 1 else 10 ** U(-8, 1.5)))
    quantiles = []
    for _ in range(200):
        a = random.choice([U(0.1, 3), U(1, 30), 10 ** U(1, 4)])
        quantiles.append((a, random.choice([U(0, 1), 10 ** -U(1, 20), 1 - 10 ** -U(1, 12)])))
    return {
        'logGamma': table(m.loggamma, one(x for x in arguments if x not in (1, 2))),
        'gammaP': [r for r in table(gamma_p, points) if r[-2] > 1e-290],
        'gammaQ': [r for r in table(gamma_q, points) if r[-2] > 1e-290],
        'gammaQuantile': table(gamma_quantile, quantiles),
    }


def beta_cdf(a, b, x):
    return m.betainc(a, b, 0, x, regularized=True)


def beta_odds(a, b, p, q):
    def side(odds):
        x, y = odds / (1 + odds), 1 / (1 + odds)
        log_beta = m.loggamma(a) + m.loggamma(b) - m.loggamma(a + b)
        density = m.exp(a * m.log(x) + b * m.log(y) - log_beta)
        if p <= 0.5:
            share = beta_cdf(a, b, x)
            return m.log(share / p), density / share
        share = beta_cdf(b, a, y)
        return m.log(share / q), -density / share

    return root(side, a / b)


def beta_quantile(a, b, p):
    odds = beta_odds(a, b, p, 1 - p)
    return odds / (1 + odds)


def student_cdf(t, df):
    if abs(t) < 1:
        half = m.betainc(mpf(1) / 2, df / 2, 0, t * t / (df + t * t), regularized=True) / 2
        return mpf(1) / 2 + m.sign(t) * half
    tail = m.betainc(df / 2, mpf(1) / 2, 0, df / (df + t * t), regularized=True) / 2
    return tail if t < 0 else 1 - tail


def student_quantile(p, df):
    tail = min(p, 1 - p)
    size = m.sqrt(df / beta_odds(df / 2, mpf(1) / 2, 2 * tail, 1 - 2 * tail))
    return -size if p < 0.5 else size


def beta():
    points, quantiles, students, student_shares = [], [], [], []
    for _ in range(300):
        a = random.choice([10 ** U(-2, 0), U(0.3, 5), 10 ** U(0, 3.5)])
        b = random.choice([10 ** U(-2, 0), 0.5, U(0.3, 5), 10 ** U(0, 3.5)])
        mean = a / (a + b)
        near = mean + U(-6, 6) * math.sqrt(mean * (1 - mean) / (a + b + 1))
        inside = near if 0 < near < 1 else U(0, 1)
        points.append((a, b, random.choice([inside, U(0, 1), mean / 100])))
    for _ in range(150):
        a, b = 10 ** U(-0.5, 3), 10 ** U(-0.5, 3)
        quantiles.append((a, b, random.choice([U(0, 1), 10 ** -U(1, 20), 1 - 10 ** -U(1, 12)])))
    for _ in range(200):
        df = random.choice([1, 2, 3, 5, 10, U(0.2, 3), 10 ** U(0, 4), 10 ** U(2, 5)])
        students.append((random.choice([U(-4, 4), U(-30, 30), sign() * 10 ** -U(0, 8)]), df))
        p = random.choice([U(0, 0.5), U(0.5, 1), 0.025, 0.975, 10 ** -U(1, 20)])
        student_shares.append((p, max(df, 0.5)))
    return {
        'betaCdf': [r for r in table(beta_cdf, points) if r[-2] > 1e-290],
        'betaQuantile': table(beta_quantile, quantiles),
        'studentCdf': [r for r in table(student_cdf, students) if r[-2] > 1e-290],
        'studentQuantile': table(student_quantile, student_shares),
    }


for make in (elementary, normal, gamma, beta):
    tables = make()
    for name, rows in tables.items():
        print(name, len(rows))
    (HERE / f'{make.__name__}.json').write_text(json.dumps(tables))
