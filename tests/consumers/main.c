/* The smallest user of the installed library; C++ must be able to read the header too. */
#include <aktant.h>

#include <stdio.h>

int main(void) {
  size_t count = 0;
  const aktant_format *formats = aktant_formats(&count);
  printf("aktant %s writes %s and %u more\n", aktant_version(), formats[0].name,
         (unsigned)count - 1);
  return count > 1 ? 0 : 1;
}
