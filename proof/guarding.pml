/* The guard of a deployment: holds anew what it finds lowered under a sleeping owner, to the same end. */
ReadDeployed: /* JudgeDeployed */
	atomic {
		seenOwner = hold.owner; seenUntil = hold.until; wanted = hold.wanted; floor = hold.floor;
		if
		:: hold.owner == NOBODY -> judgedGuarded()
		:: hold.owner == me && !GUARD_DOES_NOT_KNOW_ITSELF -> own(); goto DescribeTarget
		:: hold.owner != NOBODY && (hold.owner != me || GUARD_DOES_NOT_KNOW_ITSELF) ->
			if
			:: hold.phase == releasing || (IS_OVER && GUARD_LEAVES_WHAT_IS_OVER) || (IS_AWAKE && GUARD_LOOKS_ONCE) -> judgedGuarded()
			:: (IS_OVER && !GUARD_LEAVES_WHAT_IS_OVER) || (IS_AWAKE && !GUARD_LOOKS_ONCE && !GUARD_FROM_AWAKE) ->
				forgetReads(); forgetRequest(); goto LookAgain
			:: else -> goto ReadDesired
			fi
		fi
	}

LookAgain: /* until the owner sleeps, in a hold that is not over; sooner would change nothing */
	atomic { !(IS_AWAKE || IS_OVER) || (hold.owner == me && !GUARD_DOES_NOT_KNOW_ITSELF) -> goto ReadDeployed }

ReadDesired: /* IsBelowFloor */
	if
	:: atomic { target.desired >= floor -> judgedGuarded() }
	:: atomic { target.desired < floor -> goto ReadHeldTarget }
	fi;

ReadHeldTarget: /* IsStillHeld, WantAsMuch */
	if
	:: atomic { IS_STILL_HELD -> goto TakeBack }
	:: atomic { !IS_STILL_HELD -> judgedGuarded() }
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
