/*
 * One execution of the state machine; the labels are its states. Choices and Passes belong to the step of the call before them, as nothing else can
 * see them. A notification enters at ClaimHold, a release at TakeForRelease, a guard at ReadDeployed, a recovery at Recover.
 */
proctype Execution(byte me) {
	byte wanted, until, published;          /* what is asked for: drawn at the start, as nobody can know before */
	byte seenOwner, seenUntil, seenPublished, seenMin, orphan, tasks, floor, waitedFor, planMin;
	mtype seenPhase, goal;
	bool seenPaused, planPaused, paused, enough, dying, changed;

end_Start: /* a guard is started by the news of a deployment, a recovery for a dead owner, by the rule for ended executions or by the sweep: of two free ones the first */
	if
	:: atomic { IS_NOTIFICATION ->
		select(e : 1 .. MAXIMUM); wanted = e;
		select(e : 1 .. ENDS); until = e;
		published = me; e = 0;
		if
		:: until > now -> goto ClaimHold
		:: else -> conclude()                                          /* Expired */
		fi
	   }
	:: atomic { IS_RELEASE ->
		select(e : 1 .. NOTIFICATIONS); published = e; e = 0;
		goto TakeForRelease
	   }
	:: atomic { IS_GUARD && news > 0 && (me == FIRST_GUARD || !idle[me - 1]) ->
		news--; idle[me] = false;
		goto ReadDeployed
	   }
	:: atomic { IS_RECOVERY && OWNER_IS_DEAD && (me == FIRST_RECOVERY || !idle[me - 1]) ->
		idle[me] = false; orphan = hold.owner; judgeOrphan();
		goto Recover
	   }
	fi;

	/* ---- one service, several notifications ---- */
ClaimHold:
	if
	:: atomic { FAULTY -> faults--; claimHold(); changed = false; goto ClaimHold }
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

	/* ---- the owner: pause, scale up ---- */
DescribeTarget: /* ResolveFloor */
	if
	:: atomic { FAULTY -> faults--; keepEarlierHold(hold.floor) }
	:: atomic {
		I6(!EVERY_TARGET_DESCRIBED);
		SAY("tick %d  %e %d  DescribeTarget\n");
		touched = true; paused = false; enough = false; seenMin = target.min; seenPaused = target.paused;
		floor = FEWER(MAXIMUM, LATER(tasks, LATER(target.min, target.desired)));
		if
		:: ORIGINAL_AFTER_PAUSE -> goto PauseScaleIn
		:: else -> goto RecordOriginal
		fi
	   }
	fi;

RecordOriginal:
	if
	DIES_DURING(RecordOriginal)
	:: atomic { FAULTY -> faults--; planMin = hold.floor; recordOriginal(); changed = false; keepEarlierHold(planMin) }
	:: atomic { LANDS ->
		recordOriginal();
		if
		:: dying -> buried()
		:: !dying && changed -> forgetReads(); changed = false; waitedFor = hold.until;
			if
			:: ORIGINAL_AFTER_PAUSE -> goto ReadCapacity
			:: else -> goto PauseScaleIn
			fi
		:: !dying && !changed -> conclude()        /* Superseded */
		fi
	   }
	fi;

PauseScaleIn:
	if
	DIES_DURING_TARGET_CALL(PauseScaleIn)
	:: atomic { FAULTY && ACCEPTED -> faults--; pauseScaleIn(); goto SecureAgain }
	:: atomic { FAULTY -> faults--; goto SecureAgain }
	:: atomic { TARGET_CALL_IS_REFUSED -> goto AnnounceHold }
	:: atomic { TARGET_CALL_LANDS ->
		pauseScaleIn();
		if
		:: dying -> buried()
		:: !dying -> paused = true;
			if
			:: ORIGINAL_AFTER_PAUSE -> goto RecordOriginal
			:: else -> goto ReadCapacity
			fi
		fi
	   }
	fi;

SecureAgain: /* again from fresh values; a lasting refusal does not end the hold */
	if
	:: atomic { goto DescribeTarget }
	:: atomic { goto AnnounceHold }
	fi;

ReadCapacity: /* EnoughDesired */
	if
	:: atomic { target.desired >= floor -> enough = true; goto AnnounceHold }
	:: atomic { target.desired < floor -> goto ScaleUp }
	fi;

ScaleUp:
	if
	DIES_DURING_TARGET_CALL(ScaleUp)
	:: atomic { FAULTY -> faults--; goto AnnounceHold }
	:: atomic { TARGET_CALL_IS_REFUSED -> goto AnnounceHold }
	:: atomic { TARGET_CALL_LANDS ->
		scaleUp();
		if
		:: dying -> buried()
		:: !dying -> enough = true; goto AnnounceHold
		fi
	   }
	fi;

TargetUnreadable:
	if
	:: atomic { waitedFor > now -> goto DescribeTarget }
	:: atomic { waitedFor <= now -> goto GiveUp }
	fi;

GiveUp:	/* unless somebody has joined since: they rely on this execution */
	if
	DIES_DURING(GiveUp)
	:: atomic { LANDS && hold.owner == me && hold.until > waitedFor && !GIVES_UP_WHAT_OTHERS_JOINED ->
		if
		:: dying -> buried()
		:: !dying -> waitedFor = hold.until; goto DescribeTarget
		fi
	   }
	:: atomic { LANDS && !(hold.owner == me && hold.until > waitedFor && !GIVES_UP_WHAT_OTHERS_JOINED) ->
		if
		:: hold.owner == me -> checkNothingPromised()
		:: else
		fi;
		deleteHold();
		if
		:: dying -> buried()
		:: !dying -> conclude()
		fi
	   }
	fi;

AnnounceHold:
	if
	DIES_DURING(AnnounceHold)
	:: atomic { FAULTY -> faults--; announceHold(); changed = false; sleepUntil(waitedFor); goto Asleep }
	:: atomic { FAULTY -> faults--; sleepUntil(waitedFor); goto Asleep }
	:: atomic { LANDS ->
		announceHold();
		if
		:: dying -> checkPromises(); buried()
		:: !dying && changed ->
			if
			:: IS_IN_PLACE && IS_NOTIFICATION -> promise()
			:: else
			fi;
			checkPromises(); changed = false; sleepUntil(hold.until); goto Asleep
		:: !dying && !changed -> conclude()        /* Superseded */
		fi
	   }
	fi;

	/* ---- the owner: wait, resume ---- */
Asleep:	/* Hold */
	if
	DIES
	:: atomic { now >= waitedFor -> goto BeginRelease }
	fi;

BeginRelease:
	if
	DIES_DURING(BeginRelease)
	:: atomic { FAULTY -> faults--; beginRelease(); changed = false; goto BeginRelease }
	:: atomic { LANDS ->
		beginRelease();
		if
		:: dying -> buried()
		:: !dying && changed -> changed = false; waitedFor = 0; if :: RECORD_GOES_FIRST -> goto CloseHold :: else -> goto ReadTarget fi
		:: !dying && !changed -> goto ReadMine
		fi
	   }
	fi;

ReadMine:
	atomic {
		if
		:: hold.owner == me -> waitedFor = hold.until; goto Asleep
		:: else -> conclude()        /* Superseded */
		fi
	}

ReadTarget: /* CompareTarget, .., IsAnythingToRestore */
	atomic {
		plan();
		if
		:: planMin != target.min || planPaused != target.paused -> goto ResumeScaleIn
		:: else -> resumed()
		fi
	}

ResumeScaleIn:
	if
	DIES_DURING_TARGET_CALL(ResumeScaleIn)
	:: atomic { FAULTY && ACCEPTED -> faults--; resumeScaleIn(); goto ReadTarget }
	:: atomic { FAULTY -> faults--; goto ReadTarget }
	:: atomic { TARGET_CALL_IS_REFUSED && !GONE_SERVICE_IS_NOT_LOOKED_FOR -> goto ReadRefusedService }
	:: atomic { TARGET_CALL_LANDS ->
		resumeScaleIn();
		if
		:: dying -> buried()
		:: !dying -> resumed()
		fi
	   }
	fi;

ReadRefusedService: /* IsServiceGone, NoteServiceGone */
	if
	:: atomic { FAULTY -> faults--; goto ReadTarget }
	:: atomic { gone -> resumed() }
	fi;

CloseHold:
	if
	DIES_DURING(CloseHold)
	:: atomic { FAULTY -> faults--; deleteHold(); goto CloseHold }
	:: atomic { LANDS ->
		if
		:: hold.owner == me || CLOSE_DELETES_ANY -> checkNothingPromised(); I3(IS_RESTORED)
		:: else
		fi;
		deleteHold();
		if
		:: dying -> buried()
		:: !dying && RECORD_GOES_FIRST -> goto ReadTarget
		:: !dying && !RECORD_GOES_FIRST -> conclude()
		fi
	   }
	fi;

	/* ---- a release ---- */
TakeForRelease:
	if
	:: atomic { FAULTY -> faults--; takeForRelease(); changed = false; goto TakeForRelease }
	:: atomic { true ->
		takeForRelease();
		if
		:: changed -> changed = false; goto ReadTarget
		:: !changed -> goto ReadForRelease
		fi
	   }
	fi;

ReadForRelease: /* JudgeRelease */
	if
	:: atomic { hold.owner == NOBODY || hold.phase == releasing || hold.published > published -> conclude() }
	:: atomic { hold.owner != NOBODY && hold.phase == holding && hold.published <= published -> goto TakeForRelease }
	fi;                                                                          /* else: ClaimAgain, until there is something to be had */

	/* ---- the guard of a deployment: holds anew what it finds lowered under a sleeping owner, to the same end ---- */
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

	/* ---- a recovery: the rule for ended executions and the sweep ---- */
Recover:
	if
	:: atomic { FAULTY -> faults--; recover(); changed = false; goto Recover }
	:: atomic { true ->
		recover();
		if
		:: changed -> forgetReads(); goto Settle
		:: !changed && hold.owner == me -> forgetReads(); goto Settle            /* ReadOrphan, JudgeOrphan */
		:: !changed && hold.owner == orphan -> judgeOrphan(); goto Recover
		:: !changed && hold.owner != me && hold.owner != orphan -> conclude()
		fi
	   }
	fi;

Settle:	/* IsOrphanOver */
	if
	DIES
	:: atomic {
		SAY("tick %d  %e %d  has settled\n");
		settleCalls(); waitedFor = hold.until;
		if
		:: hold.phase == releasing && hold.recorded -> tasks = 0; goto ReadTarget
		:: hold.phase == releasing && !hold.recorded -> tasks = 0; goto CloseHold
		:: hold.phase != releasing -> goto DescribeTarget
		fi
	   }
	fi;

end_Ended:
	false
}
