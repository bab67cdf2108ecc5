import {serve} from './serve';
import {sheets} from './sheets';
import {writing} from './written';

serve(writing(sheets));
