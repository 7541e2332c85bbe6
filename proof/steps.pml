/* What several states of an execution do alike, and the Choices and Passes that have more than one branch. */
inline forgetReads() { d_step { seenOwner = 0; seenPhase = 0; seenUntil = 0; seenPublished = 0; seenMin = 0; seenSuspended = NOTHING; seenRegistration = NONE; seenDegraded = false; goal = 0; orphan = 0; changed = false } }
inline forgetRequest() { d_step { wanted = 0; until = 0; published = 0; tasks = 0; floor = 0; aim = NONE; paused = false; enough = false } }
inline forgetAll() { forgetReads(); forgetRequest(); waitedFor = 0; planMin = 0; planSuspended = NOTHING; patient = false; dying = false }

/* A goto ends an atomic step, so what belongs to the same step as the call before it comes before the goto. */
inline own() { forgetReads(); tasks = wanted; waitedFor = hold.until }
inline sleepUntil(end) { forgetRequest(); waitedFor = end }
inline rely() { promise(); SAY("tick %d  %e %d  relies on the hold\n"); checkReliable(); checkPromises(); conclude() }
#define IS_TOO_LITTLE (hold.wanted < wanted || hold.degraded)
inline plan() {
	SAY("tick %d  %e %d  ReadTarget\n");
	touched = true;
	planMin = ((hold.floors & (1 << target.min)) && !MINIMUM_NOT_PUT_BACK -> hold.originalMin : target.min);
	planSuspended = (FLAGS_AS_IF_RUNNING -> NOTHING : FEWER(target.suspended, hold.originalSuspended));
	aim = target.registration
}
/* HasTarget: a target that was registered in the recorded one's place, and that no hold has paused. */
#define IS_UNTOUCHED \
	(hold.registration != target.registration && target.suspended < SCALE_IN_AND_SCHEDULES && !NEW_TARGET_IS_GIVEN_BACK)
inline conclude() {
	checkOutcome(); forgetAll(); idle[me] = IS_RECOVERY;
	if
	:: IS_RECOVERY -> goto end_Start
	:: else -> goto end_Ended
	fi
}
inline buried() { forgetAll(); goto end_Ended }

#define IS_AWAKE (hold.phase == starting)
#define IS_OVER (hold.phase == holding && hold.until <= now)
#define IS_WORTH_A_LOOK (!(IS_AWAKE || IS_OVER) || (hold.owner == me && !GUARD_DOES_NOT_KNOW_ITSELF))
#define IS_MINIMUM_HELD (GUARD_TAKES_MORE_FOR_LOWERED -> target.min == floor : target.min >= floor)
#define IS_TO_BE_TRIED_AGAIN (seenDegraded && !GUARD_LEAVES_A_DEGRADED_HOLD && !(IS_PAUSED && GUARD_TAKES_DEGRADED_FOR_LOWERED))
inline judgedGuarded() { SAY("tick %d  %e %d  is guarded\n"); checkGuarded(); conclude() }

inline resumed() {
	planMin = 0; planSuspended = NOTHING; aim = NONE;
	if
	:: RECORD_GOES_FIRST -> conclude()
	:: else -> goto CloseHold
	fi
}

inline closeHold() {
	if
	:: hold.owner == me || CLOSE_DELETES_ANY -> checkNothingPromised(); I3(IS_RESTORED)
	:: else
	fi;
	deleteHold()
}

/* TargetUnreadable, KeepEarlierHold: an earlier owner's hold goes on as it was; without one nothing has been changed yet, and there is time until its end. */
inline keepEarlierHold(earlier) {
	floor = earlier; planMin = 0;
	if
	:: floor > 0 -> goto AnnounceHold
	:: else -> goto TargetUnreadable
	fi
}

/* JudgeOrphan: released where it is over, else held on, by a recovery that nobody can replace while it is awake. */
inline judgeOrphan() {
	seenPhase = hold.phase; seenUntil = hold.until; tasks = hold.wanted;
	if
	:: hold.phase == releasing || hold.until <= now || RECOVERY_RELEASES_ALWAYS -> goal = releasing
	:: else -> goal = (RECOVERY_LEFT_HOLDING -> holding : starting)
	fi
}
