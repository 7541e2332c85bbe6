/*
 * The guard of a deployment: holds anew what it finds lowered under a sleeping owner, to the same end; what it finds refused; and a service that was
 * created again under its name, whose first deployment it sees.
 */
ReadDeployed: /* JudgeDeployed */
	atomic {
		seenOwner = hold.owner; seenUntil = hold.until; wanted = hold.wanted; floor = hold.floor;
		seenRegistration = hold.registration; seenDegraded = hold.degraded;
		if
		:: hold.owner == NOBODY -> judgedGuarded()
		:: hold.owner == me && !GUARD_DOES_NOT_KNOW_ITSELF -> own(); goto DescribeTarget
		:: hold.owner != NOBODY && (hold.owner != me || GUARD_DOES_NOT_KNOW_ITSELF) ->
			if
			:: hold.phase == releasing || (IS_OVER && GUARD_LEAVES_WHAT_IS_OVER) || (IS_AWAKE && GUARD_LOOKS_ONCE) -> judgedGuarded()
			:: (IS_OVER && !GUARD_LEAVES_WHAT_IS_OVER) || (IS_AWAKE && !GUARD_LOOKS_ONCE && !GUARD_FROM_AWAKE) ->
				forgetReads(); forgetRequest(); goto LookAgain
			:: else -> goto ReadHeldTarget
			fi
		fi
	}

LookAgain: /* until the owner sleeps, in a hold that is not over, and its target is there, or has not come for long; sooner would change nothing */
	if
	:: atomic { IS_WORTH_A_LOOK && (HAS_TARGET || !patient || hold.owner == NOBODY || hold.phase == releasing) -> goto ReadDeployed }
	:: atomic { IS_WORTH_A_LOOK && !HAS_TARGET && patient && hold.owner != NOBODY && hold.phase != releasing -> patient = false; goto ReadDeployed }
	fi;

ReadHeldTarget: /* IsStillHeld, IsMinimumHeld, WantAsMuch */
	if
	:: atomic { !HAS_TARGET && NEW_TARGET_IS_NOT_WAITED_FOR -> judgedGuarded() }
	:: atomic { !HAS_TARGET && !NEW_TARGET_IS_NOT_WAITED_FOR && patient -> forgetReads(); forgetRequest(); goto LookAgain }
	:: atomic { !HAS_TARGET && !NEW_TARGET_IS_NOT_WAITED_FOR && !patient && NEW_SERVICE_IS_NOT_GIVEN_UP -> judgedGuarded() }
	:: atomic { !HAS_TARGET && !NEW_TARGET_IS_NOT_WAITED_FOR && !patient && !NEW_SERVICE_IS_NOT_GIVEN_UP -> goto TakeBack }
	:: atomic { HAS_TARGET ->
		if
		:: target.registration != seenRegistration && !NEW_TARGET_IS_TAKEN_FOR_THE_OLD -> goto TakeBack
		:: target.registration == seenRegistration || NEW_TARGET_IS_TAKEN_FOR_THE_OLD ->
			if
			:: IS_TO_BE_TRIED_AGAIN -> goto TakeBack
			:: !IS_TO_BE_TRIED_AGAIN && IS_PAUSED && IS_MINIMUM_HELD -> goto ReadDesired
			:: else -> judgedGuarded()
			fi
		fi
	   }
	fi;

ReadDesired: /* IsBelowFloor */
	if
	:: atomic { target.desired >= floor -> judgedGuarded() }
	:: atomic { target.desired < floor -> goto TakeBack }
	fi;

TakeBack:
	if
	:: atomic { FAULTY -> faults--; takeBack(); changed = false; goto TakeBack }
	:: atomic { true ->
		takeBack();
		if
		:: changed -> own(); goto DescribeTarget
		:: !changed -> forgetReads(); forgetRequest(); goto LookAgain
		fi
	   }
	fi;
