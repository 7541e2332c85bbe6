/*
 * The writes to the record: each is one conditional write of capacity-hold.asl.json, with its condition and its update. `changed` says whether the
 * condition held.
 */
inline claimHold() {
	if
	:: hold.owner == NOBODY ->
		hold.owner = me; hold.phase = starting; hold.until = until; hold.published = published; hold.wanted = wanted;
		newOwner(); newHold(); changed = true;
		SAY("tick %d  %e %d  ClaimHold: owner\n")
	:: hold.owner != NOBODY && hold.until < until && hold.published <= published &&
	   (hold.wanted >= wanted || EXTENSION_WITH_MORE_TASKS) && !hold.degraded && (hold.phase != releasing || EXTENSION_DURING_RELEASE) ->
		hold.until = until; hold.published = published; changed = true;
		SAY("tick %d  %e %d  ClaimHold: extends\n")
	:: else -> changed = false
	fi
}

inline joinHold() {
	if
	:: hold.owner == seenOwner && hold.phase == seenPhase && hold.until == seenUntil && hold.published == seenPublished ->
		hold.until = LATER(seenUntil, until); hold.published = LATER(seenPublished, published); changed = true;
		SAY("tick %d  %e %d  JoinHold\n")
	:: else -> changed = false
	fi
}

#define AGREED_END (TAKEOVER_KEEPS_EARLIER_END -> until : LATER(seenUntil, until))
#define AGREED_PUBLICATION LATER(seenPublished, published)

inline takeOver() {
	if
	:: (hold.phase == holding || TAKEOVER_FROM_AWAKE) && hold.owner == seenOwner &&
	   (hold.until <= AGREED_END || TAKEOVER_KEEPS_EARLIER_END || TAKEOVER_FORGETS_EXTENSION) &&
	   (hold.published <= AGREED_PUBLICATION || TAKEOVER_FORGETS_EXTENSION) ->
		hold.owner = me; hold.phase = starting; hold.wanted = wanted; hold.until = AGREED_END; hold.published = AGREED_PUBLICATION;
		newOwner(); changed = true;
		SAY("tick %d  %e %d  TakeOver\n")
	:: else -> changed = false
	fi
}

inline takeBack() {
	if
	:: (hold.phase == holding || (GUARD_FROM_AWAKE && hold.owner != NOBODY)) && (hold.owner == seenOwner || GUARD_FROM_WHOMEVER) ->
		hold.owner = me; hold.phase = starting; hold.until = (GUARD_FORGETS_EXTENSION -> seenUntil : hold.until);
		newOwner(); changed = true;
		SAY("tick %d  %e %d  TakeBack\n")
	:: else -> changed = false
	fi
}

/*
 * RecordOriginal and, for another target than the recorded one, RecordAnew: between the two writes only a join can change the record. What is suspended
 * as a hold suspends it may be a pause that landed there late: that is no original (IsPausedAlready).
 */
#define IS_ANOTHER_TARGET \
	(hold.registration != aim && !NEW_TARGET_GETS_OLD_ORIGINAL && (seenSuspended < SCALE_IN_AND_SCHEDULES || NEW_TARGETS_PAUSE_IS_ITS_ORIGINAL))

inline recordOriginal() {
	if
	:: hold.owner == me ->
		if
		:: hold.registration == NONE || ORIGINAL_ANEW || IS_ANOTHER_TARGET -> hold.originalMin = seenMin; hold.originalSuspended = seenSuspended
		:: else
		fi;
		hold.registration = aim;
		hold.floor = floor;
		hold.floors = (ONLY_THE_LAST_FLOOR -> 0 : hold.floors) | (floor > seenMin -> 1 << floor : 0);
		changed = true;
		SAY("tick %d  %e %d  RecordOriginal\n")
	:: else -> changed = false
	fi
}

#define IS_IN_PLACE ((paused && enough) || REFUSED_PAUSE_IS_A_HOLD)

inline announceHold() {
	if
	:: hold.owner == me ->
		hold.phase = holding; hold.wanted = tasks; changed = true;
		hold.degraded = !IS_IN_PLACE && !DEGRADED_IS_RELIED_ON;
		announced(IS_IN_PLACE);
		SAY("tick %d  %e %d  AnnounceHold\n")
	:: else -> changed = false
	fi
}

inline beginRelease() {
	if
	:: hold.owner != NOBODY && (hold.owner == me || BEGIN_RELEASE_IGNORES_OWNER || CLOSE_DELETES_ANY) &&
	   (hold.until <= waitedFor || BEGIN_RELEASE_IGNORES_END) ->
		hold.phase = releasing; changed = true;
		SAY("tick %d  %e %d  BeginRelease\n")
	:: else -> changed = false
	fi
}

inline takeForRelease() {
	if
	:: hold.owner != NOBODY && hold.phase == holding && (hold.published <= published || RELEASE_ENDS_LATER_PUBLISHED) ->
		hold.owner = (RELEASE_TAKES_NOTHING_OVER -> hold.owner : me); hold.phase = releasing;
		newOwner(); breakPromises(); changed = true;
		SAY("tick %d  %e %d  TakeForRelease\n")
	:: hold.owner == me && hold.phase == releasing -> changed = true
	:: else -> changed = false
	fi
}

inline recover() {
	if
	:: hold.owner != NOBODY && (RECOVERY_FROM_WHOMEVER ||
	   (hold.owner == orphan && hold.phase == seenPhase && (hold.until == seenUntil || RECOVERY_FORGETS_EXTENSION))) ->
		hold.owner = me; hold.phase = goal; newOwner(); changed = true;
		SAY("tick %d  %e %d  Recover\n")
	:: else -> changed = false
	fi
}

/* CloseHold and GiveUp; the ghost of a record that is gone is forgotten. */
inline deleteHold() {
	if
	:: hold.owner == me || CLOSE_DELETES_ANY ->
		hold.owner = NOBODY; hold.phase = 0; hold.until = 0; hold.published = 0; hold.wanted = 0; hold.degraded = false;
		hold.registration = NONE; hold.originalMin = 0; hold.originalSuspended = NOTHING; hold.floor = 0; hold.floors = 0;
		inPlace = 0; raised(); newOwner(); newHold(); leftAsItIs();
		SAY("tick %d  %e %d  deletes the record\n")
	:: else
	fi
}
