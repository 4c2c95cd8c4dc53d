/** Writes an R script that makes printed figures again with the survey package (Lumley 2004) and compares them. */
import type { Community, Figures } from './remakable.ts';

/** `title` says in the script what it is about. The script ends with an error where a figure differs by 1e-6. */
export function remakeScript(title: string, { communities, printed, coverage }: Figures): string {
  const head = `# ${title.replaceAll(/\s+/g, ' ')}\n`;
  if (coverage !== null) {
    const { n, favourable, value, responseRate, bounds } = coverage;
    const given = `n <- ${n}; favourable <- ${favourable}; rr1 <- ${responseRate}\n`;
    return `${head}${given}printed <- ${vector([value, ...bounds])}\n${coverageSteps}`;
  }
  const whole = printed === null ? 'NULL' : vector([printed.value, ...printed.interval]);
  // A street's share is printed to a tenth of a point, a community's as it is.
  const digits = printed?.isStreet === true ? 3 : 15;
  return `${head}${frameOf(communities)}\nprinted <- ${whole}\ndigits <- ${digits}\n${steps}`;
}

const frameOf = (communities: readonly Community[]): string => {
  const column = (name: string, values: readonly (string | number)[]): string =>
    `  ${name} = c(${values.join(', ')})`;
  return `communities <- data.frame(\n${[
    column(
      'name',
      communities.map(({ name }) => quoted(name)),
    ),
    column(
      'frame',
      communities.map(({ frame }) => frame),
    ),
    column(
      'respondents',
      communities.map(({ respondents }) => respondents),
    ),
    column(
      'n',
      communities.map(({ n }) => n),
    ),
    column(
      'favourable',
      communities.map(({ favourable }) => favourable),
    ),
  ].join(',\n')}\n)`;
};

const vector = (values: readonly number[]): string => `c(${values.join(', ')})`;

/** A string literal of R. */
const quoted = (text: string): string =>
  `"${text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll(/[\r\n\t]+/g, ' ')}"`;

const steps = `
# install.packages("survey")
library(survey)
options(survey.lonely.psu = "adjust")

# One row for everybody who responded; those outside the base stay as zeros of the domain.
rows <- do.call(rbind, lapply(seq_len(nrow(communities)), function(i) {
  one <- communities[i, ]
  data.frame(
    stratum = i, frame = one$frame,
    base = rep(c(TRUE, FALSE), c(one$n, one$respondents - one$n)),
    favourable = rep(c(1, 0), c(one$favourable, one$respondents - one$favourable))
  )
}))

# Share by the stratified design; Wilson 95% on the effective sample size (Korn and Graubard 1998), capped at n.
estimate <- function(rows) {
  design <- svydesign(ids = ~1, strata = ~stratum, fpc = ~frame, data = rows)
  mean <- svymean(~favourable, subset(design, base))
  p <- as.numeric(coef(mean)); v <- as.numeric(vcov(mean))
  n <- sum(rows$base); df <- n - length(unique(rows$stratum[rows$base]))
  size <- n
  if (p > 0 && p < 1 && v > 0) size <- min(n, p * (1 - p) / v * (qt(.975, n - 1) / qt(.975, df))^2)
  z <- qnorm(.975); x <- p * size
  centre <- (x + z^2 / 2) / (size + z^2)
  half <- z * sqrt(x * (size - x) / size + z^2 / 4) / (size + z^2)
  c(share = p, lower = if (p == 0) 0 else max(0, centre - half), upper = if (p == 1) 1 else min(1, centre + half))
}

made <- t(sapply(split(rows, rows$stratum), estimate))
rownames(made) <- communities$name
print(made, digits = 10)

if (!is.null(printed)) {
  whole <- estimate(rows)
  if (digits < 15) whole["share"] <- floor(whole["share"] * 10^digits + .5) / 10^digits
  print(rbind(made = whole, printed = printed), digits = 10)
  stopifnot(abs(whole - printed) < 1e-6)
}
`;

const coverageSteps = `
# Every household was asked: no sampling error. Bounds: those who did not answer all one way, or all the other.
share <- favourable / n
made <- c(share, rr1 * share, rr1 * share + 1 - rr1)
print(rbind(made = made, printed = printed), digits = 10)
stopifnot(abs(made - printed) < 1e-6)
`;
