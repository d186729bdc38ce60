#include "CQibeiSchemas.h"
