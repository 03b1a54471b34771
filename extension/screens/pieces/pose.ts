/** What the lapwing does. `stop`: a gate. `think`: a pause. `look`: eyes on the board. `care`: a heart. `wait`: still in its egg. */
export type Pose = 'stop' | 'think' | 'look' | 'care' | 'wait'
