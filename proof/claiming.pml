/* One service, several notifications. */
ClaimHold:
	if
	:: atomic { FAULTY -> faults--; claimHold(); changed = false; goto ClaimHold }
	:: atomic { FAULTY -> faults--; claimHold(); changed = false; goto ReadHold }        /* never answered */
	:: atomic { true ->
		claimHold();
		if
		:: changed && hold.owner == me -> own(); goto DescribeTarget
		:: changed && hold.owner != me -> rely()                   /* Extended */
		:: !changed -> goto ReadHold
		fi
	   }
	fi;

ReadHold: /* JudgeHold, CompareHold, .., JudgeSize */
	atomic {
		seenOwner = hold.owner; seenPhase = hold.phase; seenUntil = hold.until; seenPublished = hold.published;
		if
		:: hold.owner == NOBODY -> forgetReads(); goto ClaimAgain
		:: hold.owner == me && !CLAIM_DOES_NOT_KNOW_ITSELF -> own(); goto DescribeTarget
		:: hold.owner != NOBODY && (hold.owner != me || CLAIM_DOES_NOT_KNOW_ITSELF) ->
			if
			:: hold.phase == releasing -> forgetReads(); goto ClaimAgain
			:: hold.phase != releasing && IS_TOO_LITTLE && (hold.phase == holding || TAKEOVER_FROM_AWAKE) ->
				wanted = LATER(wanted, hold.wanted); goto TakeOver                      /* TryTheirSize */
			:: hold.phase == starting && IS_TOO_LITTLE && !TAKEOVER_FROM_AWAKE -> forgetReads(); goto ClaimAgain
			:: hold.phase != releasing && !IS_TOO_LITTLE && hold.until >= until &&
			   (hold.published >= published || COVERED_WITHOUT_PUBLICATION) -> rely()          /* Covered */
			:: hold.phase != releasing && !IS_TOO_LITTLE && !(hold.until >= until &&
			   (hold.published >= published || COVERED_WITHOUT_PUBLICATION)) -> goto JoinHold
			fi
		fi
	}

JoinHold:
	if
	:: atomic { FAULTY -> faults--; joinHold(); changed = false; goto JoinHold }
	:: atomic { FAULTY -> faults--; joinHold(); forgetReads(); goto ClaimAgain }         /* never answered */
	:: atomic { true ->
		joinHold();
		if
		:: changed -> rely()                                        /* Extended, Covered */
		:: !changed -> forgetReads(); goto ClaimAgain
		fi
	   }
	fi;

TakeOver:
	if
	:: atomic { FAULTY -> faults--; takeOver(); changed = false; goto TakeOver }
	:: atomic { FAULTY -> faults--; takeOver(); forgetReads(); goto ReadHold }           /* never answered */
	:: atomic { true ->
		takeOver();
		if
		:: changed -> own(); goto DescribeTarget
		:: !changed && !TAKEOVER_DOES_NOT_KNOW_ITSELF -> forgetReads(); goto ReadHold
		:: !changed && TAKEOVER_DOES_NOT_KNOW_ITSELF -> forgetReads(); goto ClaimAgain
		fi
	   }
	fi;

ClaimAgain: /* ShortWait: looks again until there is something to be had; sooner would change nothing */
	if
	:: atomic { until <= now -> conclude() }                          /* Expired */
	:: atomic { until > now && (hold.owner == NOBODY || hold.owner == me || hold.phase == holding || (hold.phase == starting && !IS_TOO_LITTLE)) ->
		goto ClaimHold
	   }
	fi;
