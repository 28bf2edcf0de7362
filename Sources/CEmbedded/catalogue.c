// The catalogue of sentences, a table a concern. The compiler reads the files and notices when they change.
#include "catalogue.h"

#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char adherentDoubt[] = {
#embed "../RelaisWording/Catalogue/adherentDoubt.tsv"
};
static const unsigned char adherents[] = {
#embed "../RelaisWording/Catalogue/adherents.tsv"
};
static const unsigned char agent[] = {
#embed "../RelaisWording/Catalogue/agent.tsv"
};
static const unsigned char answers[] = {
#embed "../RelaisWording/Catalogue/answers.tsv"
};

static const unsigned char apprentice[] = {
#embed "../RelaisWording/Catalogue/apprentice.tsv"
};
static const unsigned char batch[] = {
#embed "../RelaisWording/Catalogue/batch.tsv"
};
static const unsigned char candidates[] = {
#embed "../RelaisWording/Catalogue/candidates.tsv"
};
static const unsigned char closure[] = {
#embed "../RelaisWording/Catalogue/closure.tsv"
};
static const unsigned char column[] = {
#embed "../RelaisWording/Catalogue/column.tsv"
};
static const unsigned char command[] = {
#embed "../RelaisWording/Catalogue/command.tsv"
};
static const unsigned char council[] = {
#embed "../RelaisWording/Catalogue/council.tsv"
};
static const unsigned char count[] = {
#embed "../RelaisWording/Catalogue/count.tsv"
};
static const unsigned char dates[] = {
#embed "../RelaisWording/Catalogue/dates.tsv"
};
static const unsigned char desk[] = {
#embed "../RelaisWording/Catalogue/desk.tsv"
};

static const unsigned char doctor[] = {
#embed "../RelaisWording/Catalogue/doctor.tsv"
};
static const unsigned char errors[] = {
#embed "../RelaisWording/Catalogue/errors.tsv"
};
static const unsigned char findingRemedies[] = {
#embed "../RelaisWording/Catalogue/findingRemedies.tsv"
};
static const unsigned char findingSentences[] = {
#embed "../RelaisWording/Catalogue/findingSentences.tsv"
};
static const unsigned char findings[] = {
#embed "../RelaisWording/Catalogue/findings.tsv"
};
static const unsigned char geocoding[] = {
#embed "../RelaisWording/Catalogue/geocoding.tsv"
};
static const unsigned char health[] = {
#embed "../RelaisWording/Catalogue/health.tsv"
};
static const unsigned char hours[] = {
#embed "../RelaisWording/Catalogue/hours.tsv"
};
static const unsigned char layers[] = {
#embed "../RelaisWording/Catalogue/layers.tsv"
};
static const unsigned char numbers[] = {
#embed "../RelaisWording/Catalogue/numbers.tsv"
};
static const unsigned char outcome[] = {
#embed "../RelaisWording/Catalogue/outcome.tsv"
};
static const unsigned char pages[] = {
#embed "../RelaisWording/Catalogue/pages.tsv"
};
static const unsigned char parser[] = {
#embed "../RelaisWording/Catalogue/parser.tsv"
};
static const unsigned char reading[] = {
#embed "../RelaisWording/Catalogue/reading.tsv"
};
static const unsigned char prospection[] = {
#embed "../RelaisWording/Catalogue/prospection.tsv"
};
static const unsigned char punctuation[] = {
#embed "../RelaisWording/Catalogue/punctuation.tsv"
};
static const unsigned char registry[] = {
#embed "../RelaisWording/Catalogue/registry.tsv"
};
static const unsigned char registryEdit[] = {
#embed "../RelaisWording/Catalogue/registryEdit.tsv"
};
static const unsigned char registryProblem[] = {
#embed "../RelaisWording/Catalogue/registryProblem.tsv"
};
static const unsigned char schools[] = {
#embed "../RelaisWording/Catalogue/schools.tsv"
};
static const unsigned char street[] = {
#embed "../RelaisWording/Catalogue/street.tsv"
};

static const unsigned char territory[] = {
#embed "../RelaisWording/Catalogue/territory.tsv"
};
static const unsigned char trend[] = {
#embed "../RelaisWording/Catalogue/trend.tsv"
};
static const unsigned char undo[] = {
#embed "../RelaisWording/Catalogue/undo.tsv"
};

#define TABLE(concern) {#concern, {concern, sizeof concern}}

static const struct {
  const char *concern;
  embedded_file file;
} tables[] = {
    TABLE(adherentDoubt),
    TABLE(adherents),
    TABLE(agent),
    TABLE(answers),
    TABLE(apprentice),
    TABLE(batch),
    TABLE(candidates),
    TABLE(closure),
    TABLE(column),
    TABLE(command),
    TABLE(council),
    TABLE(count),
    TABLE(dates),
    TABLE(desk),
    TABLE(doctor),
    TABLE(errors),
    TABLE(findingRemedies),
    TABLE(findingSentences),
    TABLE(findings),
    TABLE(geocoding),
    TABLE(health),
    TABLE(hours),
    TABLE(layers),
    TABLE(numbers),
    TABLE(outcome),
    TABLE(pages),
    TABLE(parser),
    TABLE(prospection),
    TABLE(reading),
    TABLE(punctuation),
    TABLE(registry),
    TABLE(registryEdit),
    TABLE(registryProblem),
    TABLE(schools),
    TABLE(street),
    TABLE(territory),
    TABLE(trend),
    TABLE(undo),
};

const embedded_file *relais_catalogue(const char *concern) {
  for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
    if (strcmp(tables[i].concern, concern) == 0) return &tables[i].file;
  return NULL;
}
