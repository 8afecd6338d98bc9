# Reads every CSV of a package by the types that its descriptor states, and compares each cell with the
# values that Parquet holds, exported as JSON by the test that runs this script.
#   Rscript read.R PACKAGE EXPORTED

library(jsonlite)
library(readr)

arguments <- commandArgs(trailingOnly = TRUE)
package <- arguments[1]
exported <- arguments[2]

collectors <- list(string = col_character(), integer = col_double(), number = col_double(), date = col_date())

descriptor <- read_json(file.path(package, "datapackage.json"))
compared <- 0
for (resource in descriptor$resources) {
  if (is.null(resource$schema)) next
  types <- lapply(resource$schema$fields, function(field) collectors[[field$type]])
  names(types) <- vapply(resource$schema$fields, function(field) field$name, "")
  table <- read_csv(
    file.path(package, resource$path),
    col_types = do.call(cols, types), na = "", trim_ws = FALSE, lazy = FALSE, progress = FALSE
  )
  stopifnot(nrow(problems(table)) == 0)

  wanted <- fromJSON(file.path(exported, paste0(resource$name, ".json")), simplifyVector = FALSE)
  stopifnot(identical(names(table), names(wanted)))
  for (column in names(wanted)) {
    got <- table[[column]]
    cells <- lapply(wanted[[column]], function(cell) if (is.null(cell)) NA else cell)
    stopifnot(length(got) == length(cells))
    if (length(cells) == 0) next
    cells <- unlist(cells)
    if (inherits(got, "Date")) got <- format(got, "%Y-%m-%d")
    same <- (is.na(got) & is.na(cells)) | (!is.na(got) & !is.na(cells) & got == cells)
    if (!all(same)) {
      row <- which(!same)[1]
      stop(sprintf("%s, row %d, %s: CSV gives %s, Parquet %s", resource$name, row, column, got[row], cells[row]))
    }
    compared <- compared + length(cells)
  }
}
cat(sprintf("%d cells are the same in R as in Parquet\n", compared))
