//! One suite for the store, run on each engine.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail so")]

#[path = "store/cases.rs"]
mod cases;
#[path = "store/fleet.rs"]
mod fleet;
#[path = "store/postgres.rs"]
mod postgresql;
#[path = "store/records.rs"]
mod records;
#[path = "store/sqlite.rs"]
mod sqlite;

/// Calls a macro with the suite.
macro_rules! with_suite {
    ($each:ident) => {
        $each! {
            records::every_type_comes_back,
            cases::a_dropped_transaction_changes_nothing,
            cases::a_relaxed_commit_is_seen,
            cases::a_reader_sees_one_state,
            cases::a_reader_cannot_write,
            cases::a_taken_key_is_refused_and_the_rest_goes_on,
            cases::a_failed_change_spoils_its_transaction,
            cases::a_put_replaces_the_whole_row,
            cases::rows_of_a_parent_go_with_it,
            cases::conditions_choose_rows,
            cases::a_list_of_five_hundred_works,
            cases::null_is_found_as_such,
            cases::rows_come_in_order_and_in_windows,
            cases::text_is_ordered_by_its_bytes,
            cases::any_text_is_kept_exactly,
            cases::a_nul_is_refused,
            cases::many_rows_come_by_one_call,
            cases::changes_count_their_rows,
            cases::an_unknown_column_is_an_error,
            cases::the_wrong_type_is_an_error,
            cases::a_list_stops_when_told_and_may_ask_more,
            cases::a_stream_gives_what_a_list_gives,
            cases::limits_keep_unlimited_and_zero_apart,
            cases::concurrent_writers_lose_nothing,
            cases::keys_of_several_columns_work,
            cases::the_clock_is_about_now,
        }
    };
}
pub(crate) use with_suite;
