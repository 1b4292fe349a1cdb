// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace sonoloom
{

/// What kind of trouble it was; the user interface translates and reacts by it.
enum class ErrorCode {
    InvalidArgument, ///< a parameter or option outside its range
    NotFound,        ///< no such file or folder
    Unreadable,      ///< there, but it cannot be opened or read
    Unsupported,     ///< a format or feature that is not handled
    Corrupt,         ///< the content contradicts itself or is cut short
    WriteFailed,     ///< the output could not be written (disk full, no permission)
    Exists,          ///< the output is there already and may not be replaced
    TooLarge,        ///< more memory or pixels than is reasonable
    Cancelled,       ///< the user stopped it
    Unavailable,     ///< a device or service that is not there
};

/// One English sentence that names the file or field and what to do, and its kind.
struct Error {
    ErrorCode code;
    std::string message;
    bool operator==(const Error&) const = default;
};

/// A value or an Error, with the member names of std::expected.
template <class T>
class [[nodiscard]] Result
{
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    bool has_value() const { return state_.index() == 0; }
    explicit operator bool() const { return has_value(); }

    T& value() &
    {
        assert(has_value());
        return *std::get_if<0>(&state_);
    }
    const T& value() const&
    {
        assert(has_value());
        return *std::get_if<0>(&state_);
    }
    T&& value() &&
    {
        assert(has_value());
        return std::move(*std::get_if<0>(&state_));
    }
    const Error& error() const
    {
        assert(!has_value());
        return *std::get_if<1>(&state_);
    }

    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

private:
    std::variant<T, Error> state_;
};

/// Done, or an Error.
template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : error_(std::move(error)) {}

    bool has_value() const { return !error_; }
    explicit operator bool() const { return has_value(); }
    const Error& error() const
    {
        assert(error_);
        return *error_;
    }

private:
    std::optional<Error> error_;
};

} // namespace sonoloom
