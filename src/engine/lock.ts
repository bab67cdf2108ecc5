/** The most that DuckDB may hold; wasm's ceiling is 4 GB, of which registered files and results need a part too. */
export const memoryLimit = '2600MB';

/** Settings of every engine. After the last one none can be changed any more. */
export function settings(memory: string): string[] {
  return [
    'SET autoinstall_known_extensions = false',
    'SET autoload_known_extensions = false',
    'SET allow_community_extensions = false',
    `SET memory_limit = '${memory}'`,
    `SET temp_directory = ''`,
    `SET allowed_directories = ['uploads/']`,
    'SET enable_external_access = false',
    'SET lock_configuration = true'
  ];
}
