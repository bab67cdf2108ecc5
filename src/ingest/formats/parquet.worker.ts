import {serve} from './serve';
import {parquet} from './parquet';
import {writing} from './written';

serve(writing(parquet));
