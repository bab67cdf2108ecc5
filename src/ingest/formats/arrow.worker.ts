import {serve} from './serve';
import {arrow} from './arrow';
import {writing} from './written';

serve(writing(arrow));
