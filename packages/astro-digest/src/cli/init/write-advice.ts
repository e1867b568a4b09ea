/** What helps when the system refuses to write a file, by the name that it has for the reason (`ENOSPC`). */
export function writeAdvice(code: string): string {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return 'make its folder writable';
    case 'EROFS':
      return 'put the site onto a disk that can be written';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'make room on the disk';
    case 'ENOTDIR':
    case 'EEXIST':
      return 'move the file away that stands where its folder should be';
    case 'EISDIR':
      return 'move the folder away that stands in its place';
    case 'EBUSY':
    case 'ETXTBSY':
      return 'close the program that uses it';
    case 'EMFILE':
    case 'ENFILE':
      return 'close programs that have many files open';
    case 'ENAMETOOLONG':
      return 'put the site into a folder with a shorter path';
    case 'ENOENT':
      return 'let no other program change the folder meanwhile';
    case 'ELOOP':
      return 'mend the link that leads back to itself';
    default:
      return 'look up what that code means';
  }
}
