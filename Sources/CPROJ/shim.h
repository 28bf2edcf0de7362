#include <geodesic.h>
#include <proj.h>
// For proj_crs_demote_to_2D, there since PROJ 6.3.
#include <proj_experimental.h>
