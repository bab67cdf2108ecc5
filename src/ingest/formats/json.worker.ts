import {json} from './json';
import {serve} from './serve';

serve(json);
