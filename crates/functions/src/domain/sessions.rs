//! Sessions: opened, found, kept alive and ended here, and nowhere else. Ids and path tokens are
//! random; the store has only their digests.

use api::{
    EmailAddress, Host, Result, UnixTime, UserName,
    records::{Login, MailboxRecord, Service, SessionRecord, SessionState, Tx, Where, is},
};

use super::change::Change;

/// After how many seconds without use a session ends.
pub const IDLE: i64 = 15 * 60;

/// How many seconds a use may go unrecorded, so that not each request writes.
const UNRECORDED: i64 = 60;

/// What a session is opened for.
#[derive(Debug, Clone)]
pub struct Opening<'a> {
    /// The service that it belongs to.
    pub service: Service,
    /// Whose it is.
    pub user: &'a UserName,
    /// The present generation of the user's credentials.
    pub generation: u64,
    /// Who opens it for the user, where somebody else does.
    pub made_by: Option<&'a UserName>,
    /// Whether it is open, or waits for its URL to be fetched.
    pub state: SessionState,
    /// The digits of its path token, where they are not to be random.
    pub path_token: Option<String>,
}

/// What whoever opened a session must tell the user. It can be had only once.
pub struct NewSession {
    /// The id: `user:RANDOM,HEX`, or `user:RANDOM:create_user_session,HEX` where somebody else
    /// opened it. 258 of its bits are random.
    pub id: String,
    /// The digits of the path `/cpsessDIGITS` that must stand before every path.
    pub path_token: String,
    /// When it ends unless it is used.
    pub expires: UnixTime,
}

/// Opens a session. The transaction must be one that writes.
pub fn open(tx: &dyn Tx, host: &Host, opening: &Opening<'_>) -> Result<NewSession> {
    open_for(tx, host, opening, None)
}

/// Opens a session of a mailbox; the opening's user is its account, the generation is of the
/// mailbox's own credentials. The transaction must be one that writes.
pub fn open_mailbox(
    tx: &dyn Tx,
    host: &Host,
    opening: &Opening<'_>,
    mailbox: &EmailAddress,
) -> Result<NewSession> {
    open_for(tx, host, opening, Some(mailbox))
}

fn open_for(
    tx: &dyn Tx,
    host: &Host,
    opening: &Opening<'_>,
    mailbox: Option<&EmailAddress>,
) -> Result<NewSession> {
    let holder = mailbox.map_or(opening.user.as_str(), EmailAddress::as_str);
    let id = id(host, holder, opening.made_by)?;
    let path_token = match &opening.path_token {
        Some(given) => digits(given).to_owned(),
        None => format!("{:039}", u128::from_be_bytes(random(host)?)),
    };
    let now = host.clock.now();
    let expires = UnixTime(now.0 + IDLE);
    tx.insert(&SessionRecord {
        digest: host.system.digest(&id),
        service: opening.service,
        user_name: opening.user.clone(),
        mailbox: mailbox.cloned(),
        path_digest: host.system.digest(&path_token),
        state: opening.state,
        generation: opening.generation,
        made_by: opening.made_by.cloned(),
        created: now,
        expires,
    })?;
    Ok(NewSession { id, path_token, expires })
}

/// The open session of that id at that service, with its path token, while the user's credentials
/// are those that it was opened with.
pub fn find(
    tx: &dyn Tx,
    host: &Host,
    service: Service,
    id: &str,
    path_token: &str,
    now: UnixTime,
) -> Result<Option<SessionRecord>> {
    let session = live(tx, host, service, id, path_token, now)?;
    Ok(session.filter(|session| session.state == SessionState::Open))
}

/// Opens the session of a one-time URL. Of any number of calls one is given the session, under an
/// id of its own: the one in the URL has been in histories and logs. The path token stays. The
/// transaction must be one that writes.
pub fn redeem(
    tx: &dyn Tx,
    host: &Host,
    service: Service,
    id: &str,
    path_token: &str,
    now: UnixTime,
) -> Result<Option<(SessionRecord, NewSession)>> {
    let Some(mut session) = live(tx, host, service, id, path_token, now)? else { return Ok(None) };
    let before = session.digest;
    let holder = session.mailbox.as_ref().map_or(session.user_name.as_str(), EmailAddress::as_str);
    let id = self::id(host, holder, session.made_by.as_ref())?;
    session.digest = host.system.digest(&id);
    session.state = SessionState::Open;
    session.expires = UnixTime(now.0 + IDLE);
    let set = [
        ("digest", (&session.digest).into()),
        ("state", (&session.state).into()),
        ("expires", (&session.expires).into()),
    ];
    let still_waits = [is("digest", &before), is("state", &SessionState::Once)];
    if tx.update::<SessionRecord>(&set, &still_waits)? == 0 {
        return Ok(None);
    }
    let expires = session.expires;
    let path_token = digits(path_token).to_owned();
    Ok(Some((session, NewSession { id, path_token, expires })))
}

/// Records that a session was used, so that it ends later.
pub fn touch(host: &Host, session: &SessionRecord, now: UnixTime) -> Result<()> {
    let expires = UnixTime(now.0 + IDLE);
    if expires.0 - session.expires.0 < UNRECORDED {
        return Ok(());
    }
    let tx = host.store.write_relaxed()?;
    tx.update::<SessionRecord>(
        &[("expires", (&expires).into())],
        &[is("digest", &session.digest), is("state", &SessionState::Open)],
    )?;
    tx.commit()
}

/// Ends the session of that digest; says whether there was one.
pub fn end(tx: &dyn Tx, digest: &str) -> Result<bool> {
    Ok(tx.delete::<SessionRecord>(&[is("digest", digest)])? > 0)
}

/// Removes the sessions that have ended by themselves; gives their number.
pub fn sweep(tx: &dyn Tx, now: UnixTime) -> Result<u64> {
    tx.delete::<SessionRecord>(&[Where::Below("expires", (now.0 + 1).into())])
}

/// The open session of that digest at that service, whose owner has shown its id and its path token to
/// another process.
pub fn shown(
    tx: &dyn Tx,
    service: Service,
    digest: &str,
    now: UnixTime,
) -> Result<Option<SessionRecord>> {
    let session = held(tx, service, digest, now)?;
    Ok(session.filter(|session| session.state == SessionState::Open))
}

/// A session, open or waiting, that has not ended.
fn live(
    tx: &dyn Tx,
    host: &Host,
    service: Service,
    id: &str,
    path_token: &str,
    now: UnixTime,
) -> Result<Option<SessionRecord>> {
    let session = held(tx, service, &host.system.digest(id), now)?;
    let path_digest = host.system.digest(digits(path_token));
    Ok(session.filter(|session| session.path_digest == path_digest))
}

/// The session of that digest, while it and the credentials of its owner are good.
fn held(
    tx: &dyn Tx,
    service: Service,
    digest: &str,
    now: UnixTime,
) -> Result<Option<SessionRecord>> {
    let session: Option<SessionRecord> = tx.find(&[digest.into()])?;
    let session = session.filter(|session| session.service == service && session.expires > now);
    let Some(session) = session else { return Ok(None) };
    if let Some(mailbox) = &session.mailbox {
        let mailbox: Option<MailboxRecord> = tx.find(&[mailbox.into()])?;
        let admits = |mailbox: &MailboxRecord| {
            mailbox.generation == session.generation
                && (!mailbox.login_suspended.0 || session.made_by.is_some())
        };
        return Ok(mailbox.as_ref().is_some_and(admits).then_some(session));
    }
    let login: Option<Login> = tx.find(&[(&session.user_name).into()])?;
    // Staff may support a user whose own logins are refused.
    let admits = |login: &Login| {
        login.generation == session.generation && (!login.locked.0 || session.made_by.is_some())
    };
    Ok(if login.as_ref().is_some_and(admits) { Some(session) } else { None })
}

fn id(host: &Host, user: &str, made_by: Option<&UserName>) -> Result<String> {
    let word = if made_by.is_some() { ":create_user_session" } else { "" };
    let hex = u128::from_be_bytes(random(host)?);
    Ok(format!("{user}:{}{word},{hex:032x}", host.random_text(26)?))
}

fn random(host: &Host) -> Result<[u8; 16]> {
    let mut bytes = [0; 16];
    host.random.fill(&mut bytes)?;
    Ok(bytes)
}

/// The digits of a path token, with or without the word before them.
fn digits(path_token: &str) -> &str {
    let token = path_token.trim_start_matches('/');
    token.strip_prefix("cpsess").unwrap_or(token)
}

/// Ends all sessions of a user, one-time URLs among them.
pub fn end_all(change: &mut Change<'_>, user: &UserName) -> Result<()> {
    change.remove::<SessionRecord>(&[is("user_name", user)])?;
    Ok(())
}

/// Ends all sessions of a user but the one named, which goes on with the new credentials.
pub fn end_all_but(
    change: &mut Change<'_>,
    user: &UserName,
    keep: Option<&str>,
    generation: u64,
) -> Result<()> {
    let sessions: Vec<SessionRecord> = change.tx().matching(vec![is("user_name", user)])?;
    for mut session in sessions {
        if keep == Some(session.digest.as_str()) {
            session.generation = generation;
            change.save(&session)?;
        } else {
            change.remove::<SessionRecord>(&[is("digest", &session.digest)])?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;

    use super::*;
    use crate::testing::World;

    const CPANEL: Service = Service::Cpanel;

    fn world() -> (World, UserName) {
        (World::new().plant_account("anna", "root"), "anna".parse().unwrap())
    }

    fn opened(world: &World, user: &UserName, state: SessionState) -> NewSession {
        let tx = world.host.store.write().unwrap();
        let (service, root) = (CPANEL, UserName::root());
        let made_by = (state == SessionState::Once).then_some(&root);
        let opening = Opening { service, user, generation: 1, made_by, state, path_token: None };
        let session = open(&*tx, &world.host, &opening).unwrap();
        tx.commit().unwrap();
        session
    }

    fn found(world: &World, service: Service, id: &str, path_token: &str) -> bool {
        let tx = world.host.store.read().unwrap();
        let now = world.host.clock.now();
        find(&*tx, &world.host, service, id, path_token, now).unwrap().is_some()
    }

    #[test]
    fn only_the_whole_id_with_its_path_token_at_its_service_opens() {
        let (world, anna) = world();
        let NewSession { id, path_token, .. } = opened(&world, &anna, SessionState::Open);
        assert!(id.starts_with("anna:") && id.len() >= 64 && path_token.len() == 39);
        assert!(found(&world, CPANEL, &id, &path_token));
        assert!(found(&world, CPANEL, &id, &format!("cpsess{path_token}")));
        let cut = id.strip_suffix(|_: char| true).unwrap();
        let other = opened(&world, &anna, SessionState::Open);
        for (service, id, token) in [
            (Service::Whm, id.as_str(), path_token.as_str()),
            (CPANEL, cut, &path_token),
            (CPANEL, &id, ""),
            (CPANEL, &id, &other.path_token),
            (CPANEL, "", &path_token),
        ] {
            assert!(!found(&world, service, id, token), "{id} {token}");
        }
    }

    #[test]
    fn the_store_holds_no_secret() {
        let (world, anna) = world();
        let session = opened(&world, &anna, SessionState::Open);
        let rows: Vec<SessionRecord> = world.host.store.read().unwrap().matching(vec![]).unwrap();
        let shown = format!("{rows:?}");
        assert!(!shown.contains(&session.id) && !shown.contains(&session.path_token));
    }

    #[test]
    fn a_session_ends_when_idle_and_lives_on_when_used() {
        let (world, anna) = world();
        let NewSession { id, path_token, .. } = opened(&world, &anna, SessionState::Open);
        world.clock.advance(600);
        let tx = world.host.store.read().unwrap();
        let now = world.host.clock.now();
        let session = find(&*tx, &world.host, CPANEL, &id, &path_token, now).unwrap().unwrap();
        drop(tx);
        touch(&world.host, &session, now).unwrap();
        world.clock.advance(899);
        assert!(found(&world, CPANEL, &id, &path_token));
        world.clock.advance(1);
        assert!(!found(&world, CPANEL, &id, &path_token));
        let tx = world.host.store.write().unwrap();
        assert_eq!(sweep(&*tx, world.host.clock.now()).unwrap(), 1);
    }

    #[test]
    fn new_credentials_and_an_end_close_it() {
        let (world, anna) = world();
        let first = opened(&world, &anna, SessionState::Open);
        let tx = world.host.store.write().unwrap();
        assert!(end(&*tx, &world.host.system.digest(&first.id)).unwrap());
        tx.commit().unwrap();
        assert!(!found(&world, CPANEL, &first.id, &first.path_token));
        let second = opened(&world, &anna, SessionState::Open);
        let waiting = opened(&world, &anna, SessionState::Once);
        let tx = world.host.store.write().unwrap();
        tx.update::<Login>(&[("generation", 2.into())], &[is("name", &anna)]).unwrap();
        tx.commit().unwrap();
        assert!(!found(&world, CPANEL, &second.id, &second.path_token));
        assert!(redeemed(&world, &waiting).is_none());
    }

    fn redeemed(world: &World, session: &NewSession) -> Option<NewSession> {
        let tx = world.host.store.write().unwrap();
        let now = world.host.clock.now();
        let (id, path_token) = (&session.id, &session.path_token);
        let redeemed = redeem(&*tx, &world.host, CPANEL, id, path_token, now).unwrap();
        tx.commit().unwrap();
        redeemed.map(|(_, session)| session)
    }

    #[test]
    fn of_fifty_who_fetch_a_url_at_once_one_gets_in() {
        let (world, anna) = world();
        let session = opened(&world, &anna, SessionState::Once);
        assert!(!found(&world, CPANEL, &session.id, &session.path_token));
        let barrier = Barrier::new(50);
        let winners: Vec<NewSession> = std::thread::scope(|scope| {
            let fetch = || {
                barrier.wait();
                redeemed(&world, &session)
            };
            let threads: Vec<_> = (0..50).map(|_| scope.spawn(fetch)).collect();
            threads.into_iter().filter_map(|thread| thread.join().unwrap()).collect()
        });
        let [winner] = winners.as_slice() else { panic!("{} got in", winners.len()) };
        assert!(found(&world, CPANEL, &winner.id, &winner.path_token));
        assert!(!found(&world, CPANEL, &session.id, &session.path_token));
        assert!(winner.id.contains(":create_user_session,"));
    }
}
