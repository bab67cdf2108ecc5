import {serve} from './serve';
import {sqlite} from './sqlite';
import {writing} from './written';

serve(writing(sqlite));
