//! Passwords: their strength, the rules that a new one must meet, and the one way in which they are
//! set.

use api::{
    DomainName, Error, Host, Kind, Result, Secret, UserName,
    function::TokensOnChange,
    records::{
        AccountRecord, Cell, Login, LoginKind, PasswordHistory, Select, Setting, Subject,
        TokenRecord, Tx, Where, is,
    },
};

use super::{
    change::{Change, OnFailure},
    forced, sessions, tokens,
};

/// The fewest characters of a password.
pub const SHORTEST: usize = 8;
/// The most bytes of a password; longer ones are refused, never cut.
pub const LONGEST: usize = 256;
/// The strength that a new password must have where the operator set none.
pub const DEFAULT_STRENGTH: u8 = 25;
/// The names under which minimum strengths are set.
pub const STRENGTH_NAMES: &[&str] =
    &["createacct", "default", "ftp", "list", "mysql", "passwd", "postgres", "sshkey", "virtual"];

/// The strength of a password from 0 to 100: five points for each power of ten of guesses that an
/// attacker who knows `context` would need.
pub fn strength(password: &str, context: &[&str]) -> u8 {
    // What follows the first hundred characters cannot make a password weaker, and scoring it would
    // take long.
    let head: String = password.chars().take(100).collect();
    let estimate = zxcvbn::zxcvbn(&head, context);
    if estimate.guesses() == u64::MAX {
        // As many as can be counted, or more: less than the four points that 100 would ask beyond.
        return 100;
    }
    let points = (estimate.guesses_log10() * 5.0).floor().clamp(0.0, 100.0);
    (0..=100).rev().find(|score| f64::from(*score) <= points).unwrap_or_default()
}

/// The strength that `service` asks for.
pub fn required_strength(tx: &dyn Tx, service: &'static str) -> Result<u8> {
    for name in [service, "default"] {
        let setting: Option<Setting> = tx.find(&[Cell::from(setting_name(name).as_str())])?;
        if let Some(number) = setting.and_then(|setting| setting.value.parse().ok()) {
            return Ok(number);
        }
    }
    Ok(DEFAULT_STRENGTH)
}

/// The setting that holds the minimum strength of a service.
pub fn setting_name(service: &str) -> String {
    format!("password_strength.{service}")
}

/// Checks a new password against the rules. `context` is what it may not be close to: the user, the
/// domain, the host, the owner. The error says which rule, and never repeats the password.
pub fn check(
    tx: &dyn Tx,
    service: &'static str,
    password: &Secret,
    context: &[impl AsRef<str>],
) -> Result<()> {
    let context: Vec<&str> = context.iter().map(AsRef::as_ref).collect();
    let text = password.reveal();
    let refuse = |rule: String| Err(Error::param("password", rule));
    if text.chars().any(char::is_control) {
        return refuse("has a control character, which may not stand in a password.".to_owned());
    }
    if text.chars().count() < SHORTEST {
        return refuse(format!("must have at least {SHORTEST} characters."));
    }
    if text.len() > LONGEST {
        return refuse(format!("must have at most {LONGEST} bytes."));
    }
    if let Some(word) = context.iter().find(|word| is_close(text, word)) {
        return refuse(format!("is too close to “{word}”; choose one that does not contain it."));
    }
    let (has, needs) = (strength(text, &context), required_strength(tx, service)?);
    if has < needs {
        return refuse(format!(
            "is too easy to guess: its strength is {has} and must be at least {needs}. \
             A longer one of several unrelated words is stronger."
        ));
    }
    Ok(())
}

/// What a user's password may not be close to: the names of the user, of the domain and its first
/// label, of the host, of the owner.
pub fn context(
    host: &Host,
    user: &UserName,
    domain: Option<&DomainName>,
    owner: Option<&UserName>,
) -> Result<Vec<String>> {
    let mut words = vec![user.to_string(), host.system.hostname()?];
    if let Some(domain) = domain {
        words.extend(domain.as_str().split('.').next().map(str::to_owned));
        words.push(domain.to_string());
    }
    words.extend(owner.map(ToString::to_string));
    Ok(words)
}

/// Whether a password is a word with at most a few characters around it, whatever its case and the
/// digits that stand for letters.
fn is_close(password: &str, word: &str) -> bool {
    let (password, word) = (plain(password), plain(word));
    word.chars().count() >= 4
        && password.contains(&word)
        && password.chars().count() < word.chars().count() + 4
}

fn plain(text: &str) -> String {
    let letter = |c: char| match c {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    };
    text.to_lowercase().chars().map(letter).collect()
}

/// Sets a login's password by its hash: raises the generation, so that sessions, one-time URLs and
/// remembered verdicts of the old one are dead, keeps the old hash for the rule against reuse, and
/// treats API tokens as the operator wishes. Gives the number of tokens that are
/// left.
pub fn set(change: &mut Change<'_>, host: &Host, login: &mut Login, hash: String) -> Result<u64> {
    keep_old(change, host, login)?;
    login.password = hash;
    login.generation += 1;
    login.changed = host.clock.now();
    change.save(login)?;
    match host.settings.tokens_on_password_change {
        TokensOnChange::Keep => {}
        TokensOnChange::Suspend => tokens::suspend_all(change, &login.name)?,
        TokensOnChange::Revoke => tokens::remove_all(change, &login.name)?,
    }
    change.tx().count::<TokenRecord>(&[is("user_name", &login.name)])
}

/// Sets the password that the owner chose: as [`set`], and the duty to change it is met.
pub fn set_by_owner(
    change: &mut Change<'_>,
    host: &Host,
    login: &mut Login,
    hash: String,
) -> Result<u64> {
    forced::met(change, login)?;
    set(change, host, login, hash)
}

/// Hashes a password anew whose hash is of an older scheme or another cost, for who has just shown
/// it. The credentials stay what they are: no session ends, and no change is counted.
pub fn renew_hash(host: &Host, seen: &Login, password: &Secret) -> Result<()> {
    if host.passwords.is_current(&seen.password) {
        return Ok(());
    }
    let hash = host.passwords.hash(password)?;
    let mut change = Change::by(host, "login")?;
    let mut login = unchanged(change.tx(), &seen.name, seen.generation)?;
    if login.password != seen.password {
        return Ok(());
    }
    login.password = hash;
    change.save(&login)?;
    if login.kind == LoginKind::Account {
        change.touch(Subject::User(login.name.clone()));
    }
    change.commit(OnFailure::Undo)
}

/// What changes with a login's password: its sessions, and its part of the host.
pub fn spread(change: &mut Change<'_>, login: &Login, keep_session: Option<&str>) -> Result<()> {
    sessions::end_all_but(change, &login.name, keep_session, login.generation)?;
    if login.kind == LoginKind::Account {
        change.touch(Subject::User(login.name.clone()));
    }
    Ok(())
}

/// The owner's own change, for who has shown the present password in `current`. It may be neither
/// that one again nor one of the last; it meets the duty to change, and ends all sessions but
/// `keep_session`, named by its digest. Gives the number of API tokens that remain.
///
/// Wrong present passwords are the caller's to count, in the same lock as logins.
pub fn change_by_owner(
    host: &Host,
    user: &UserName,
    current: &Secret,
    new: &Secret,
    keep_session: Option<&str>,
) -> Result<u64> {
    let proven = check_by_owner(host, user, current, new)?;
    let hash = host.passwords.hash(new)?;
    let mut change = Change::by(host, "passwd")?;
    let mut login = unchanged(change.tx(), user, proven.generation)?;
    let tokens = set_by_owner(&mut change, host, &mut login, hash)?;
    spread(&mut change, &login, keep_session)?;
    change.commit(OnFailure::Undo)?;
    Ok(tokens)
}

/// The login, where the present password is right and the new one may be taken. No transaction is
/// open while a password is tried against a hash, which takes long.
fn check_by_owner(host: &Host, user: &UserName, current: &Secret, new: &Secret) -> Result<Login> {
    let login: Option<Login> = host.store.read()?.find(&[user.into()])?;
    let hash = login.as_ref().map(|login| login.password.as_str());
    let right = host.passwords.verify(current, hash)?;
    let Some(login) = login.filter(|_| right) else {
        return Err(wrong_present());
    };
    let tx = host.store.read()?;
    let account: Option<AccountRecord> = tx.find(&[user.into()])?;
    check(&*tx, "passwd", new, &context_of(host, user, account.as_ref())?)?;
    let barred = barred(&*tx, host, &login)?;
    drop(tx);
    check_not_among(&barred, host, new)?;
    Ok(login)
}

/// What is said to who does not know the present password.
pub fn wrong_present() -> Error {
    Error::denied("current: this is not your present password.")
}

/// The hashes of the passwords that may not be chosen: the present one and, as far as the operator
/// wishes, the last.
pub fn barred(tx: &dyn Tx, host: &Host, login: &Login) -> Result<Vec<String>> {
    let former: Vec<PasswordHistory> = tx.list(&Select {
        filter: vec![is("name", &login.name)],
        order: vec![("generation", true)],
        window: Some((0, host.settings.password_history.saturating_sub(1))),
    })?;
    let former = former.into_iter().map(|row| row.password);
    Ok(std::iter::once(login.password.clone()).chain(former).collect())
}

/// Refuses a password that has one of these hashes.
pub fn check_not_among(barred: &[String], host: &Host, new: &Secret) -> Result<()> {
    for hash in barred {
        if host.passwords.verify(new, Some(hash))? {
            return Err(Error::param("password", "was used before; choose one that is new."));
        }
    }
    Ok(())
}

/// The login, where its credentials are still those of that generation: what was checked against
/// them outside of the transaction still holds.
pub fn unchanged(tx: &dyn Tx, user: &UserName, generation: u64) -> Result<Login> {
    let login: Option<Login> = tx.find(&[user.into()])?;
    login.filter(|login| login.generation == generation).ok_or_else(|| {
        Error::new(
            Kind::Conflict,
            "The password was changed by another call meanwhile; log in anew.",
        )
    })
}

/// The context of a user who may have an account.
pub fn context_of(
    host: &Host,
    user: &UserName,
    account: Option<&AccountRecord>,
) -> Result<Vec<String>> {
    context(host, user, account.map(|row| &row.domain), account.map(|row| &row.owner))
}

fn keep_old(change: &mut Change<'_>, host: &Host, login: &Login) -> Result<()> {
    let keep = host.settings.password_history.saturating_sub(1);
    if keep > 0 {
        change.save(&PasswordHistory {
            name: login.name.clone(),
            generation: login.generation,
            password: login.password.clone(),
        })?;
    }
    if let Some(oldest) = (login.generation + 1).checked_sub(keep) {
        let oldest = i64::try_from(oldest).unwrap_or(i64::MAX);
        change.remove::<PasswordHistory>(&[
            is("name", &login.name),
            Where::Below("generation", oldest.into()),
        ])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
