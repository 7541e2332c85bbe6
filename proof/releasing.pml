/* The owner: wait, resume; and a release. */
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

ReadTarget: /* HasTarget, CompareTarget, .., IsAnythingToRestore */
	atomic {
		plan();
		if
		:: HAS_TARGET && !IS_UNTOUCHED && (planMin != target.min || planSuspended != target.suspended) -> goto ResumeScaleIn
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
	:: atomic { gone && !RECORD_GOES_FIRST -> goto CloseHoldOfGone }
	:: atomic { gone && RECORD_GOES_FIRST -> conclude() }
	:: atomic { !gone -> goto ReadTarget }                             /* created again meanwhile */
	fi;

CloseHold:
	if
	DIES_DURING(CloseHold)
	:: atomic { FAULTY -> faults--; deleteHold(); goto CloseHold }
	:: atomic { LANDS ->
		closeHold();
		if
		:: dying -> buried()
		:: !dying && RECORD_GOES_FIRST -> goto ReadTarget
		:: !dying && !RECORD_GOES_FIRST -> conclude()
		fi
	   }
	fi;

CloseHoldOfGone: /* ReadUnclosed, IsUnclosed: refused for longer than nobody creates a service again, it looks at everything again */
	if
	DIES_DURING(CloseHoldOfGone)
	:: atomic { !dying && !gone && !GONE_SERVICE_IS_CLOSED_LATE -> goto ReadTarget }
	:: atomic { LANDS && (gone || GONE_SERVICE_IS_CLOSED_LATE) ->
		closeHold();
		if
		:: dying -> buried()
		:: else -> conclude()
		fi
	   }
	fi;

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
